/// What speaks for or against a run of words being a place here.
enum RecognitionFeature: Int, ModelFeature {
  case bias
  // The words themselves.
  case twoWords, threeWords
  case upperCase, shortUpperCase, mixedCase, oneLetterName
  case commonWord, commonAtStart, firstName, titleWord, occursLowerCased, placeWordInside, directionWord
  case firstNameBeforeCapital
  // Where they stand.
  case sentenceStart, titleCasedSentence, upperCasedSentence, looseAtStart
  // What they may mean.
  case population, isCountry, isRegion, isDistrict, isFeature, isCapital
  case primaryName, alternateOnly, abbreviationOnly, manySenses, greatAlternate
  // What stands before.
  case afterLocative, afterOf, afterArticle, afterTitle, afterFirstName, afterCapital, afterName
  case afterInstitutionOf, afterDirection, afterAdminWord, afterComma, afterSpeech, afterConjunction
  case afterHyphen, afterQuote, afterParenthesis, afterLowerCase, afterNumber, afterParticle, afterInitial
  // What stands after.
  case beforeCapital, beforeMedia, beforeNamedAfter, beforePublicBody, beforePublicBodyLower, beforeStreet
  case beforeAdminWord, beforeNaturalWord, beforeComma, beforeSpeech, beforeHyphen, beforeNumber
  case beforeNationWord, possessive, beforePersonNoun, beforeParenthesis, beforeLowerCase, beforeConjunction
  case beforeParent, beforeAge, beforeInitial, beforeDash, beforeName, beforeStop, townBeforeSpeech
  case runEndsMedia, runEndsNamedAfter, runEndsPublicBody, runEndsOther
  // What the document says elsewhere.
  case knownPersonWord, onlyPersonWord, knownFirstName, afterCapitalElsewhere, isParentOfPrevious, repeated,
    placedElsewhere, countryNamed, regionNamed, unsupported
}
