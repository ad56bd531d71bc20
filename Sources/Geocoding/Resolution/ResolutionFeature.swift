/// What speaks for or against a name meaning one place rather than another.
enum ResolutionFeature: Int, ModelFeature {
  // What the place is.
  case population, isCountry, isRegion, isDistrict, isContinent, isWorldRegion, isFeature, isCapital
  case noPopulation, territoryPopulation, mostPopulous, populationGap
  case greatCity, smallAndFar, bareTerritory, outshone
  // How the name names it.
  case primaryName, shortForm, alternateName, abbreviation, greatAlternate, namesOther
  // What stands beside it.
  case parentBeside, otherParentBeside, adminWordFits, adminWordMisfits, settlementWordFits
  case settlementWordMisfits, childBeside
  // What the document says elsewhere.
  case countryNamed, regionNamed, demonymNamed, countryShare, regionShare, otherCountryNamed
  case within25, within161, within500, holdsOthers, nobodyNear
  // What the user says, and where the outlet is at home; these weights are not learned.
  case userCountry, userNear, outletCountry, outletRegion
}
