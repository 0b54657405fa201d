% An independent judge of cases: the rules of qualification written down a second time, from the specification and not from the
% engine. Facts come from `judge.py`, which reads the packs and nothing else of Saralau.
%
% deed(C,D)  told(C,D,Facet,Term,Of)  says(C,D,Facet)  unknown(C,D,Facet)  closed(C)  means(C,D,E)  sum(C,D,V,Of)  index(C,D,I)
% elem(N,Facet,Term)  facet(N,Facet)  size(N,S)  inner(N,M)  kind(N,K)  child(N,M)  part(A,P,Root,Order)  single(F)  wide(T,W)

% Elements. A term told more widely than the law asks leaves the answer open.
fits(C,D,N,T,O) :- told(C,D,F,T,O), wide(T,W), elem(N,F,W).
t(C,D,N) :- fits(C,D,N,_,_).
vague(C,D,N) :- told(C,D,F,T,_), elem(N,F,E), wide(E,T), not t(C,D,N).
silent(C,D,F) :- deed(C,D), asked(F), closed(C), not unknown(C,D,F).
f(C,D,N) :- deed(C,D), facet(N,F), not t(C,D,N), not vague(C,D,N), single(F), says(C,D,F).
f(C,D,N) :- deed(C,D), facet(N,F), not t(C,D,N), not vague(C,D,N), not single(F), silent(C,D,F).
f(C,D,N) :- deed(C,D), facet(N,F), not t(C,D,N), not vague(C,D,N), single(F), not says(C,D,F), silent(C,D,F).

% Sizes: more than so many times the index of the day.
large(C,D,N) :- size(N,S), times(N,K), not upto(N), sum(C,D,V,_), index(C,D,I), V > K * I.
large(C,D,N) :- size(N,S), times(N,K), upto(N), sum(C,D,V,_), index(C,D,I), V <= K * I.
t(C,D,N) :- large(C,D,N).
f(C,D,N) :- size(N,_), summed(C,D), not large(C,D,N).
summed(C,D) :- sum(C,D,_,_).
f(C,D,N) :- deed(C,D), size(N,_), not summed(C,D), silent(C,D,amount).

% Another act of the case, named among the means.
t(C,D,N) :- inner(N,M), means(C,D,E), t(C,E,M).
some(C,D) :- means(C,D,_).
hope(C,D,N) :- inner(N,M), means(C,D,E), not f(C,E,M).
f(C,D,N) :- deed(C,D), inner(N,_), some(C,D), not unknown(C,D,means), not hope(C,D,N).
f(C,D,N) :- deed(C,D), inner(N,_), not some(C,D), silent(C,D,means).

% What must not be so.
t(C,D,N) :- neg(N,M), f(C,D,M).
f(C,D,N) :- neg(N,M), t(C,D,M).

% All and any.
t(C,D,N) :- deed(C,D), kind(N,all), t(C,D,M) : child(N,M).
f(C,D,N) :- kind(N,all), child(N,M), f(C,D,M).
t(C,D,N) :- kind(N,any), child(N,M), t(C,D,M).
f(C,D,N) :- deed(C,D), kind(N,any), f(C,D,M) : child(N,M).

% Gravity: class, then the gravest kind of punishment, its maximum, its minimum. What is threatened under a condition is left out.
rank(P,K,X,Y) :- punishment(P,Kind,X,Y), class(P,L), order(L,Kind,K).
graverpun(P,K,X,Y) :- rank(P,K,X,Y), rank(P,K2,X2,Y2), (K2,X2,Y2) > (K,X,Y).
top(P,K,X,Y) :- rank(P,K,X,Y), not graverpun(P,K,X,Y).
key(P,(L,K,X,Y)) :- top(P,K,X,Y), classrank(C,L), class(P,C).
heavier(P,Q) :- key(P,A), key(Q,B), A > B.
equal(P,Q) :- key(P,A), key(Q,A).

% Charges: of one article the gravest part that the act fulfils; of equal ones the first.
done(C,D,A,P) :- part(A,P,R,_), t(C,D,R).
beaten(C,D,A,P) :- done(C,D,A,P), done(C,D,A,Q), heavier(Q,P).
beaten(C,D,A,P) :- done(C,D,A,P), done(C,D,A,Q), equal(P,Q), part(A,P,_,I), part(A,Q,_,J), J < I.
best(C,D,A,P) :- done(C,D,A,P), not beaten(C,D,A,P).
% A special norm displaces the general one for the same act, whatever either threatens.
gives(C,D,B,Q,A) :- best(C,D,A,_), special(A,B), best(C,D,B,Q).
by(C,D,A,P) :- best(C,D,A,P), not gives(C,D,A,P,_).
displaced(C,D,Q) :- gives(C,D,_,Q,_).
charge(C,P) :- by(C,_,_,P).

% What fulfils a charge: the leaves of every fulfilled part of the article, at the acts that it was read from.
on(C,D,A,D,R) :- by(C,D,A,_), done(C,D,A,Q), part(A,Q,R,_).
on(C,D,A,E,M) :- on(C,D,A,E,N), child(N,M), t(C,E,M).
on(C,D,A,G,M) :- on(C,D,A,E,N), inner(N,M), means(C,E,G), t(C,G,M).
met(C,P,E,N) :- by(C,D,A,P), on(C,D,A,E,N), leaf(N).
leaf(N) :- facet(N,_).
leaf(N) :- size(N,_).
asks(N,F) :- facet(N,F).
asks(N,amount) :- size(N,_).
word(N,T) :- elem(N,_,T).
word(N,S) :- size(N,S).

% Absorption of Q by P.
pair(C,P,Q) :- charge(C,P), charge(C,Q), P != Q.
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
suffers(C,P,O) :- by(C,D,_,P), sum(C,D,_,O).
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
u(C,D,N) :- deed(C,D), node(N), not t(C,D,N), not f(C,D,N).
in(C,D,R) :- part(A,P,R,_), u(C,D,R), deed(C,D).
in(C,D,M) :- in(C,D,N), kind(N,all), child(N,M), not f(C,D,M).
in(C,D,M) :- in(C,D,N), kind(N,any), u(C,D,N), child(N,M), u(C,D,M).
in(C,D,M) :- in(C,D,N), kind(N,any), t(C,D,N), child(N,M), t(C,D,M).
touch(C,D,A,P) :- part(A,P,R,_), u(C,D,R), below(R,N), in(C,D,N), facet(N,conduct), t(C,D,N).
touch(C,D,A,P) :- part(A,P,R,_), u(C,D,R), below(R,N), in(C,D,N), facet(N,conduct), vague(C,D,N).
light(C,D,A,P) :- touch(C,D,A,P), best(C,D,A,Q), not heavier(P,Q).
hang(C,D,P) :- touch(C,D,A,P), not light(C,D,A,P).

#show charge/2.
#show gone/2.
#show open/2.
#show hang/3.
#show displaced/3.
