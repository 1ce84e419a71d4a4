/// Countries as people name them who speak for them, folded: in English, and where that is another word in French and
/// Spanish.
enum Countries {
  static let names: Set<String> = Set(
    """
    afghanistan,albania,algeria,andorra,angola,argentina,armenia,australia,austria,azerbaijan,bahamas,bahrain,bangladesh,
    barbados,belarus,belgium,belize,benin,bhutan,bolivia,bosnia,botswana,brazil,brunei,bulgaria,burkina faso,burundi,
    cabo verde,cambodia,cameroon,canada,central african republic,chad,chile,china,colombia,comoros,congo,costa rica,
    cote d ivoire,ivory coast,croatia,cuba,cyprus,czechia,czech republic,denmark,djibouti,dominica,dominican republic,
    ecuador,egypt,el salvador,equatorial guinea,eritrea,estonia,eswatini,ethiopia,fiji,finland,france,gabon,gambia,georgia,
    germany,ghana,greece,grenada,guatemala,guinea,guinea bissau,guyana,haiti,holy see,honduras,hungary,iceland,india,
    indonesia,iran,iraq,ireland,israel,italy,jamaica,japan,jordan,kazakhstan,kenya,kiribati,korea,kuwait,kyrgyzstan,laos,
    latvia,lebanon,lesotho,liberia,libya,liechtenstein,lithuania,luxembourg,madagascar,malawi,malaysia,maldives,mali,malta,
    mauritania,mauritius,mexico,micronesia,moldova,monaco,mongolia,montenegro,morocco,mozambique,myanmar,namibia,nauru,
    nepal,netherlands,new zealand,nicaragua,niger,nigeria,north korea,north macedonia,norway,oman,pakistan,palau,palestine,
    panama,papua new guinea,paraguay,peru,philippines,poland,portugal,qatar,romania,russia,russian federation,rwanda,
    saint lucia,samoa,san marino,saudi arabia,senegal,serbia,seychelles,sierra leone,singapore,slovakia,slovenia,
    solomon islands,somalia,south africa,south korea,south sudan,spain,sri lanka,sudan,suriname,sweden,switzerland,syria,
    taiwan,tajikistan,tanzania,thailand,timor leste,togo,tonga,trinidad and tobago,tunisia,turkey,turkiye,turkmenistan,
    tuvalu,uganda,ukraine,united arab emirates,united kingdom,united states,usa,uk,us,eu,european union,uruguay,uzbekistan,
    vanuatu,venezuela,viet nam,vietnam,yemen,zambia,zimbabwe,
    allemagne,algerie,autriche,belgique,bresil,cameroun,chili,chine,croatie,danemark,egypte,espagne,etats unis,finlande,
    grece,hongrie,inde,irlande,islande,italie,japon,liban,maroc,mexique,norvege,pays bas,pologne,roumanie,royaume uni,
    russie,saint siege,suede,suisse,tchad,tunisie,turquie,
    alemania,arabia saudita,argelia,belgica,brasil,camerun,corea,croacia,dinamarca,egipto,espana,estados unidos,filipinas,
    francia,grecia,hungria,irlanda,italia,marruecos,noruega,nueva zelandia,paises bajos,polonia,reino unido,rumania,rusia,
    sudafrica,suecia,suiza,tunez,turquia,ucrania
    """.split { $0 == "," || $0 == "\n" }.map { String($0.drop { $0 == " " }) })
}
