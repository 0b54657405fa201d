% Categories of offences by articles 10, 11 and 41 to 43 of the Criminal Code of Kazakhstan, written by hand. Days of deprivation of liberty: a year
% is 365. Facts: punishment(P,Kind,Most,Least), fault(P,F), part(A,P,Root,Order), life(P).

crime(P) :- punishment(P,deprivation,_,_).
crime(P) :- punishment(P,restriction,_,_).
crime(P) :- punishment(P,fine,X,_), X > 200.
crime(P) :- punishment(P,correctional_works,X,_), X > 200.
crime(P) :- punishment(P,community_service,X,_), X > 200.
years(P,X) :- punishment(P,deprivation,X,_).
longest(P,X) :- years(P,X), not longer(P,X).
longer(P,X) :- years(P,X), years(P,Y), Y > X.
negligent(P) :- fault(P,negligence).

category(P,misdemeanour) :- part(_,P,_,_), not crime(P).
category(P,minor) :- crime(P), not years(P,_).
category(P,especially_grave) :- life(P).
category(P,minor) :- longest(P,X), not life(P), negligent(P), X <= 1825.
category(P,medium) :- longest(P,X), not life(P), negligent(P), X > 1825.
category(P,minor) :- longest(P,X), not life(P), not negligent(P), X <= 730.
category(P,medium) :- longest(P,X), not life(P), not negligent(P), X > 730, X <= 1825.
category(P,grave) :- longest(P,X), not life(P), not negligent(P), X > 1825, X <= 4380.
category(P,especially_grave) :- longest(P,X), not life(P), not negligent(P), X > 4380.
#show category/2.
