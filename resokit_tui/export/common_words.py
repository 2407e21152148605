"""Words that begin like a name and are none; and places everybody in Brussels knows. All folded, save the places."""

from __future__ import annotations

_TITLES = """
meneer mevrouw mevr juffrouw heer dame dokter dr prof professor zuster broeder broer zus oma opa mama papa moeder vader
tante nonkel oom neef nicht dochter zoon buur buurman buurvrouw vriend vriendin trainer coach imam pastoor monsieur
madame mademoiselle docteur soeur frere maman papa mere pere tonton oncle cousin cousine fille fils voisin voisine ami
amie mr mrs ms miss mister doctor sister brother mum dad mother father aunt uncle daughter son neighbour friend umm abu
"""
_LITTLE = """
de het een der den des van von le la les un une du l d the a an of en et and met avec with in op aan uit voor ik je jij
u hij zij ze we wij jullie mij me ons hun haar moi toi il elle on nous vous ils elles mon ma mes i you he she it they
them my our your
"""
_COMMON = """
er dat die dit deze wat wie waar wanneer hoe waarom als toen dan nu bij zonder na tijdens om over onder tussen tegen
naar door of maar want dus ook nog niet geen wel alles alleen samen eerst daarna vroeger later soms altijd nooit elke
iedereen niemand iemand iets niets mijn zijn onze kan mag moet wil zal heeft is was waren geeft komt gaat doet staat zit
vraagt belt tu ce cette ces ca qui que quoi ou quand comment pourquoi si dans sur au aux sans apres avant pendant pour
par mais donc aussi pas plus tout seul ensemble d'abord ensuite parfois toujours jamais chaque son sa ses leur notre
votre peut doit veut est c'est this that these those what who where when how why if then now at without after before
during for about under between from to by but so also not no all only together first later sometimes always never every
everybody nobody somebody something his their can may must will has were
"""
_BRUSSELS = """
Anderlecht Brussel Bruxelles Brussels Elsene Ixelles Etterbeek Evere Ganshoren Jette Koekelberg Laken Laeken Molenbeek
Neder-over-Heembeek Oudergem Auderghem Schaarbeek Schaerbeek Sint-Agatha-Berchem Berchem-Sainte-Agathe Sint-Gillis
Saint-Gilles Sint-Jans-Molenbeek Molenbeek-Saint-Jean Sint-Joost Sint-Joost-ten-Node Saint-Josse Saint-Josse-ten-Noode
Sint-Lambrechts-Woluwe Woluwe-Saint-Lambert Sint-Pieters-Woluwe Woluwe-Saint-Pierre Ukkel Uccle Vorst Forest
Watermaal-Bosvoorde Watermael-Boitsfort Marollen Marolles Matonge Kuregem Cureghem
"""

TITLES = frozenset(_TITLES.split())
"""Words that go before a name, or stand for a relation."""
LITTLE = frozenset(_LITTLE.split())
"""Words too common to be replaced by themselves."""
COMMON = frozenset(_COMMON.split()) | LITTLE
"""Words that often begin a sentence and name nobody."""
BRUSSELS = tuple(_BRUSSELS.split())
"""The municipalities of the Region and quarters everybody knows, in Dutch and French."""
