% An independent judge of cases: the rules of qualification written down a second time, from the specification and not from the
% engine. Facts come from `judge.py`, which reads the packs and nothing else of Saralau.
%
% deed(C,D)  mine(C,D): an act of the person who is judged  complete(C,D,Facet)  lost(C,D,Of): of a sum that is damage  told(C,D,Facet,Term,Of)  says(C,D,Facet)  unknown(C,D,Facet)  closed(C)  means(C,D,E)  sum(C,D,V,Of)  index(C,D,I)  day(C,D,X)
% elem(N,Facet,Term)  facet(N,Facet)  size(N,S)  inner(N,M)  kind(N,K)  child(N,M)  single(F)  wide(T,W)
% part(A,P,Root,Order)  of(P,E)  edition(E,AsOf)  change(A,E,Law,NotBefore)  spoken(A,Term): P is a part of the article A in the edition E

% Only articles that the conduct may concern are looked at, in the act itself and in what it names among its means.
concerns(C,D,A) :- told(C,D,conduct,T,_), wide(T,W), spoken(A,W).
concerns(C,D,A) :- told(C,D,conduct,T,_), spoken(A,W), wide(W,T).
ask(C,D,R) :- concerns(C,D,A), part(A,_,R,_).
ask(C,D,M) :- ask(C,D,N), child(N,M).
ask(C,D,M) :- ask(C,D,N), neg(N,M).
ask(C,E,M) :- ask(C,D,N), inner(N,M), means(C,D,E).

% Elements. A term told more widely than the law asks leaves the answer open.
fits(C,D,N,T,O) :- ask(C,D,N), told(C,D,F,T,O), wide(T,W), elem(N,F,W).
t(C,D,N) :- fits(C,D,N,_,_).
vague(C,D,N) :- ask(C,D,N), told(C,D,F,T,_), elem(N,F,E), wide(E,T), not t(C,D,N).
silent(C,D,F) :- deed(C,D), asked(F), closed(C), not unknown(C,D,F).
silent(C,D,F) :- complete(C,D,F), not unknown(C,D,F).
f(C,D,N) :- ask(C,D,N), facet(N,F), not t(C,D,N), not vague(C,D,N), single(F), says(C,D,F).
f(C,D,N) :- ask(C,D,N), facet(N,F), not t(C,D,N), not vague(C,D,N), not single(F), silent(C,D,F).
f(C,D,N) :- ask(C,D,N), facet(N,F), not t(C,D,N), not vague(C,D,N), single(F), not says(C,D,F), silent(C,D,F).

% Sizes: more than so many times the index of the day.
large(C,D,N) :- ask(C,D,N), size(N,S), times(N,K), not upto(N), sum(C,D,V,_), index(C,D,I), V > K * I.
large(C,D,N) :- ask(C,D,N), size(N,S), times(N,K), upto(N), sum(C,D,V,_), index(C,D,I), V <= K * I.
t(C,D,N) :- large(C,D,N).
f(C,D,N) :- ask(C,D,N), size(N,_), summed(C,D), not large(C,D,N).
summed(C,D) :- sum(C,D,_,_).
f(C,D,N) :- ask(C,D,N), size(N,_), not summed(C,D), silent(C,D,amount).

% Another act of the case, named among the means.
t(C,D,N) :- ask(C,D,N), inner(N,M), means(C,D,E), t(C,E,M).
some(C,D) :- means(C,D,_).
hope(C,D,N) :- ask(C,D,N), inner(N,M), means(C,D,E), not f(C,E,M).
f(C,D,N) :- ask(C,D,N), inner(N,_), some(C,D), not unknown(C,D,means), not hope(C,D,N).
f(C,D,N) :- ask(C,D,N), inner(N,_), not some(C,D), silent(C,D,means).

% What must not be so.
t(C,D,N) :- ask(C,D,N), neg(N,M), f(C,D,M).
f(C,D,N) :- ask(C,D,N), neg(N,M), t(C,D,M).

% All and any.
t(C,D,N) :- ask(C,D,N), kind(N,all), t(C,D,M) : child(N,M).
f(C,D,N) :- ask(C,D,N), kind(N,all), child(N,M), f(C,D,M).
t(C,D,N) :- ask(C,D,N), kind(N,any), child(N,M), t(C,D,M).
f(C,D,N) :- ask(C,D,N), kind(N,any), f(C,D,M) : child(N,M).

% Gravity: class, then the gravest kind of punishment, its maximum, its minimum. What is threatened under a condition is left out.
rank(P,Kind,K,X,Y) :- punishment(P,Kind,X,Y), class(P,L), order(L,Kind,K).
graverpun(P,K,X,Y) :- rank(P,_,K,X,Y), rank(P,_,K2,X2,Y2), (K2,X2,Y2) > (K,X,Y).
top(P,K,X,Y) :- rank(P,_,K,X,Y), not graverpun(P,K,X,Y).
key(P,(L,K,X,Y)) :- top(P,K,X,Y), classrank(S,L), class(P,S).
heavier(P,Q) :- key(P,A), key(Q,B), A > B.
equal(P,Q) :- key(P,A), key(Q,A).

% Of one article in one edition the gravest part that the act fulfils; of equal ones the first.
done(C,D,A,P) :- concerns(C,D,A), part(A,P,R,_), t(C,D,R).
beaten(C,D,A,P) :- done(C,D,A,P), done(C,D,A,Q), of(P,E), of(Q,E), heavier(Q,P).
beaten(C,D,A,P) :- done(C,D,A,P), done(C,D,A,Q), of(P,E), of(Q,E), equal(P,Q), part(A,P,_,I), part(A,Q,_,J), J < I.
best(C,D,A,E,P) :- done(C,D,A,P), not beaten(C,D,A,P), of(P,E).

% Time. The wording of the day: that of the last edition before it, unless every law that the next one reports may have been in force.
younger(C,D,E) :- day(C,D,X), edition(E,Y), Y > X.
older(C,D,E) :- day(C,D,X), edition(E,Y), Y <= X.
follows(E,F) :- edition(E,X), edition(F,Y), Y > X, not between(E,F).
between(E,F) :- edition(E,X), edition(F,Y), edition(_,Z), X < Z, Z < Y.
last(C,D,E) :- older(C,D,E), not older(C,D,F) : follows(E,F).
first(E) :- edition(E,_), not follows(F,E) : edition(F,_).
made(A,E,F,L,N) :- follows(E,F), change(A,F,L,N), not change(A,E,L,N).
entered(C,D,A,F) :- concerns(C,D,A), last(C,D,E), made(A,E,F,_,N), day(C,D,X), N <= X.
pending(C,D,A,F) :- concerns(C,D,A), last(C,D,E), made(A,E,F,_,N), day(C,D,X), N > X.
held(C,D,A,E) :- concerns(C,D,A), first(E), younger(C,D,E).
held(C,D,A,F) :- last(C,D,E), follows(E,F), entered(C,D,A,F), not pending(C,D,A,F).
held(C,D,A,E) :- concerns(C,D,A), last(C,D,E), not passed(C,D,A).
passed(C,D,A) :- entered(C,D,A,F), not pending(C,D,A,F).

% A later law, component by component: class, kinds that are offered, their maximum and minimum, what is added.
now(C,D,A,P) :- mine(C,D), best(C,D,A,E,P), held(C,D,A,E).
nowart(C,D,A) :- now(C,D,A,_).
again(C,D,A,F,Q) :- nowart(C,D,A), younger(C,D,F), best(C,D,A,F,Q).
still(C,D,A,F) :- again(C,D,A,F,_).
else(C,D,A,F,B,I) :- nowart(C,D,A), younger(C,D,F), not still(C,D,A,F), best(C,D,B,F,_), not nowart(C,D,B), place(B,I).
elsewhere(C,D,A,F,Q) :- else(C,D,A,F,B,I), I <= J : else(C,D,A,F,_,J); best(C,D,B,F,Q).
becomes(C,D,A,F,Q) :- again(C,D,A,F,Q).
becomes(C,D,A,F,Q) :- elsewhere(C,D,A,F,Q).
punished(C,D,A,F) :- becomes(C,D,A,F,_).
punished(C,D,A,F) :- nowart(C,D,A), younger(C,D,F), touch(C,D,A,P), of(P,F).
held_against(C,P,Q) :- now(C,D,A,P), becomes(C,D,A,_,Q), P != Q.
peak(P,K) :- top(P,K,_,_).
has(P,Kind) :- rank(P,Kind,_,_,_).
moves(C,P,Q,-1) :- held_against(C,P,Q), class(P,S), class(Q,L), classrank(S,X), classrank(L,Y), Y < X.
moves(C,P,Q,1) :- held_against(C,P,Q), class(P,S), class(Q,L), classrank(S,X), classrank(L,Y), Y > X.
moves(C,P,Q,-1) :- held_against(C,P,Q), scaled(P,Kind,X,_), scaled(Q,Kind,Y,_), Y < X.
moves(C,P,Q,1) :- held_against(C,P,Q), scaled(P,Kind,X,_), scaled(Q,Kind,Y,_), Y > X.
moves(C,P,Q,-1) :- held_against(C,P,Q), scaled(P,Kind,_,X), scaled(Q,Kind,_,Y), Y < X.
moves(C,P,Q,1) :- held_against(C,P,Q), scaled(P,Kind,_,X), scaled(Q,Kind,_,Y), Y > X.
scaled(P,Kind,X,Y) :- rank(P,Kind,K,X,Y), not surpassed(P,Kind,X,Y).
surpassed(P,Kind,X,Y) :- rank(P,Kind,_,X,Y), rank(P,Kind,_,X2,Y2), (X2,Y2) > (X,Y).
moves(C,P,Q,1) :- held_against(C,P,Q), rank(Q,Kind,K,_,_), not has(P,Kind), peak(P,Top), K > Top.
moves(C,P,Q,-1) :- held_against(C,P,Q), rank(Q,Kind,K,_,_), not has(P,Kind), peak(P,Top), K <= Top.
moves(C,P,Q,-1) :- held_against(C,P,Q), rank(P,Kind,K,_,_), not has(Q,Kind), peak(Q,Top), K > Top.
moves(C,P,Q,1) :- held_against(C,P,Q), rank(P,Kind,K,_,_), not has(Q,Kind), peak(Q,Top), K <= Top.
adds(P,Kind) :- added(P,Kind,_,_).
moves(C,P,Q,1) :- held_against(C,P,Q), adds(Q,Kind), not adds(P,Kind).
moves(C,P,Q,-1) :- held_against(C,P,Q), adds(P,Kind), not adds(Q,Kind).
moves(C,P,Q,-1) :- held_against(C,P,Q), added(P,Kind,X,_), added(Q,Kind,Y,_), Y < X.
moves(C,P,Q,1) :- held_against(C,P,Q), added(P,Kind,X,_), added(Q,Kind,Y,_), Y > X.
moves(C,P,Q,-1) :- held_against(C,P,Q), added(P,Kind,_,X), added(Q,Kind,_,Y), Y < X.
moves(C,P,Q,1) :- held_against(C,P,Q), added(P,Kind,_,X), added(Q,Kind,_,Y), Y > X.
milder(C,P,Q) :- moves(C,P,Q,-1), not moves(C,P,Q,1).
option(C,D,A,F,Q) :- now(C,D,A,P), becomes(C,D,A,F,Q), milder(C,P,Q).
freed(C,D,A) :- nowart(C,D,A), younger(C,D,F), not punished(C,D,A,F).
worse(C,D,A,F,Q) :- option(C,D,A,F,Q), option(C,D,A,G,R), heavier(Q,R).
worse(C,D,A,F,Q) :- option(C,D,A,F,Q), option(C,D,A,G,R), equal(Q,R), edition(F,X), edition(G,Y), Y < X.
reaches(C,D,A) :- option(C,D,A,_,_).
stands(C,D,B,Q) :- option(C,D,A,F,Q), not worse(C,D,A,F,Q), not freed(C,D,A), part(B,Q,_,_).
stands(C,D,A,P) :- now(C,D,A,P), not reaches(C,D,A), not freed(C,D,A).

% Acts under one article and of one class are repeated; the judge is asked again with that.
alike(C,D,A,L) :- stands(C,D,A,P), class(P,L).
repeats(C,D) :- repeating, closed(C), alike(C,D,A,L), alike(C,E,A,L), D != E, not says(C,D,repetition), not unknown(C,D,repetition).

% A special norm displaces the general one for the same act, whatever either threatens.
gives(C,D,B,Q,A) :- stands(C,D,A,_), special(A,B), stands(C,D,B,Q).
by(C,D,A,P) :- stands(C,D,A,P), not gives(C,D,A,P,_).
displaced(C,D,Q) :- gives(C,D,_,Q,_).
charge(C,P) :- by(C,_,_,P).

% What fulfils a charge: the leaves of every fulfilled part of the article, at the acts that it was read from.
on(C,D,A,D,R,E) :- by(C,D,A,P), of(P,E), done(C,D,A,Q), of(Q,E), part(A,Q,R,_).
on(C,D,A,G,M,E) :- on(C,D,A,G,N,E), child(N,M), t(C,G,M).
on(C,D,A,H,M,E) :- on(C,D,A,G,N,E), inner(N,M), means(C,G,H), t(C,H,M).
met(C,P,G,N) :- by(C,D,A,P), of(P,E), on(C,D,A,G,N,E), leaf(N).
leaf(N) :- facet(N,_).
leaf(N) :- size(N,_).
asks(N,F) :- facet(N,F).
asks(N,amount) :- size(N,_).
word(N,T) :- elem(N,_,T).
word(N,S) :- size(N,S).

% Absorption of Q by P.
% Who is too young is not punished, and what is not punished absorbs nothing.
pair(C,P,Q) :- charge(C,P), charge(C,Q), P != Q, not young(C,P).
young(C,P) :- charge(C,P), age(C,X), from(P,Y), X < Y.
apart(C,P,Q) :- pair(C,P,Q), by(C,D,_,P), not by(C,D,_,Q).
apart(C,P,Q) :- pair(C,P,Q), by(C,D,_,Q), not by(C,D,_,P).
same(C,P,Q) :- pair(C,P,Q), not apart(C,P,Q).
reach(C,P,E) :- by(C,D,_,P), means(C,D,E).
beyond(C,P,Q) :- pair(C,P,Q), by(C,E,_,Q), not reach(C,P,E).
linked(C,P,Q) :- pair(C,P,Q), not beyond(C,P,Q).
near(C,P,Q) :- same(C,P,Q).
near(C,P,Q) :- linked(C,P,Q).

% (a) The conduct is named: every answer by which Q's conduct is fulfilled fulfils P's at the same act.
conductmet(C,P,E,N) :- met(C,P,E,N), facet(N,conduct).
differs(C,E,N,M) :- conductmet(C,_,E,N), conductmet(C,_,E,M), fits(C,E,M,T,O), not fits(C,E,N,T,O).
named(C,P,Q,E) :- near(C,P,Q), by(C,E,_,Q), conductmet(C,P,E,N), conductmet(C,Q,E,M), not differs(C,E,N,M).
unnamed(C,P,Q) :- near(C,P,Q), by(C,E,_,Q), not named(C,P,Q,E).
conduct(C,P,Q) :- near(C,P,Q), not unnamed(C,P,Q).

% (b) Every element is covered.
how(conduct;object;authorisation;fault).
rest(C,P,Q,E,M) :- near(C,P,Q), met(C,Q,E,M), asks(M,F), not how(F).
manner(C,P,Q,E,M) :- near(C,P,Q), met(C,Q,E,M), asks(M,F), how(F), not named(C,P,Q,E).
mismatch(C,P,Q,E,M,G,N) :- manner(C,P,Q,E,M), met(C,P,G,N), asks(M,F), asks(N,F), fits(C,E,M,T,O), not fits(C,G,N,T,O).
brought(C,P,Q,E,M) :- manner(C,P,Q,E,M), met(C,P,G,N), asks(M,F), asks(N,F), not mismatch(C,P,Q,E,M,G,N).
bad(C,P,Q) :- manner(C,P,Q,E,M), not brought(C,P,Q,E,M).
shared(C,P,Q,E,M) :- rest(C,P,Q,E,M), met(C,P,_,N), asks(M,F), asks(N,F), word(M,W), word(N,W).
loss(C,P,Q,E,M) :- rest(C,P,Q,E,M), not shared(C,P,Q,E,M), facet(M,consequence), elem(M,_,W), harmisloss(W), suffers(C,P,_).
suffers(C,P,O) :- by(C,D,_,P), lost(C,D,O).
sufferer(C,E,M,O) :- leaf(M), fits(C,E,M,_,O), facet(M,consequence).
murky(C,P,Q,E,M) :- loss(C,P,Q,E,M), sufferer(C,E,M,none).
murky(C,P,Q,E,M) :- loss(C,P,Q,E,M), suffers(C,P,none).
another(C,P,Q,E,M) :- loss(C,P,Q,E,M), not murky(C,P,Q,E,M), sufferer(C,E,M,O), not suffers(C,P,O).
uncovered(C,P,Q) :- rest(C,P,Q,E,M), not shared(C,P,Q,E,M), not loss(C,P,Q,E,M).
uncovered(C,P,Q) :- another(C,P,Q,E,M).
doubtful(C,P,Q) :- murky(C,P,Q,_,_).

% (c) and all three together.
absorbs(C,P,Q) :- conduct(C,P,Q), not bad(C,P,Q), not uncovered(C,P,Q), not doubtful(C,P,Q), heavier(P,Q).
turns(C,P,Q) :- conduct(C,P,Q), not bad(C,P,Q), not uncovered(C,P,Q), doubtful(C,P,Q), heavier(P,Q).
turns(C,P,Q) :- linked(C,P,Q), not conduct(C,P,Q), not uncovered(C,P,Q), heavier(P,Q).
gone(C,Q) :- absorbs(C,_,Q).
open(C,Q) :- turns(C,_,Q), not gone(C,Q).

% What hangs: a part graver than the one charged that is neither fulfilled nor failed, of conduct that is or may be the act's.
u(C,D,N) :- ask(C,D,N), not t(C,D,N), not f(C,D,N).
in(C,D,R,R) :- concerns(C,D,A), part(A,P,R,_), u(C,D,R).
in(C,D,R,M) :- in(C,D,R,N), kind(N,all), child(N,M), not f(C,D,M).
in(C,D,R,M) :- in(C,D,R,N), kind(N,any), u(C,D,N), child(N,M), u(C,D,M).
in(C,D,R,M) :- in(C,D,R,N), kind(N,any), t(C,D,N), child(N,M), t(C,D,M).
touch(C,D,A,P) :- concerns(C,D,A), part(A,P,R,_), in(C,D,R,N), facet(N,conduct), t(C,D,N).
touch(C,D,A,P) :- concerns(C,D,A), part(A,P,R,_), in(C,D,R,N), facet(N,conduct), vague(C,D,N).
light(C,D,A,P) :- touch(C,D,A,P), of(P,E), best(C,D,A,E,Q), not heavier(P,Q).
hang(C,D,P) :- mine(C,D), touch(C,D,A,P), of(P,E), held(C,D,A,E), not light(C,D,A,P).

#show repeats/2.
#show young/2.
#show charge/2.
#show gone/2.
#show open/2.
#show hang/3.
#show displaced/3.
