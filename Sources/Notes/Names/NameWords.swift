/// Words that tell a name from other words, all of them folded.
///
/// There is no dictionary on every machine, and none that is small enough to be brought along: these are the words that
/// people are called by, and those that stand beside names. What an agenda's own texts have in small letters counts too.
enum NameWords {
  /// Titles that stand before a name and go with it.
  static let titles: Set<String> = set(
    """
    mr mrs ms mx miss mister dr doctor prof professor amb ambassador sir dame lord lady madam madame mme mlle mmes mm
    mademoiselle monsieur messrs sr sra srta senor senora senorita don dona doctora herr herrn frau fraulein dhr mevr
    mevrouw signor signora sig dott dottssa senhor senhora hon honourable honorable rev reverend judge justice senator sen
    minister commissioner councillor counsellor governor president secretary general colonel col captain capt major
    sheikh sheikha imam haji hajj emir excellency highness pan pani bay bayan shri smt comrade chair chairman chairperson
    chairwoman moderator rapporteur delegate representative
    السيد السيده سيد سيده الدكتور الدكتوره دكتور دكتوره د الاستاذ الاستاذه استاذ سعاده معالي السفير السفيره سفير الشيخ
    الوزير الوزيره الانسه المهندس النائب
    господин госпожа доктор профессор посол гн гжа г пан пани тов товарищ
    """)

  /// Those behind which there is a name, even one that nobody knows, in whatever case.
  static let plainTitles: Set<String> = set(
    """
    mr mrs ms mx dr prof professor amb mme mlle monsieur sra srta senor senora senorita herr frau dhr mevr signor signora
    senhor senhora السيد السيده الدكتور الدكتوره السفير господин госпожа
    """)

  /// Titles and offices in English that are no other word where a name with a capital letter comes behind them: `General
  /// Assembly` and `Justice Department` are nobody.
  static let namingTitles: Set<String> = set(
    """
    ambassador delegate minister commissioner councillor counsellor governor colonel captain senator judge president sheikh
    sheikha imam rapporteur moderator chairperson chairman chairwoman sir dame lady madam madame reverend
    """)

  /// Written behind a name in Chinese, Japanese and Korean.
  static let suffixTitles = [
    "先生", "女士", "小姐", "博士", "教授", "大使", "主席", "部长", "部長", "代表", "さん", "氏", "様", "さま", "씨", "님", "교수", "박사", "대사",
    "의장", "위원",
  ]

  /// Small words within names, which are nobody's name by themselves.
  static let particles: Set<String> = set(
    """
    al el ul ad as an ar at az ash bin ibn ben bint abu abou umm um de da das del della dello di do dos du des den der die
    la le les lo los las van von vom zu zur zum ter ten te y e i of the and et und jr sr ii iii iv phd md st saint san
    santa d l o mac mc ال بن ابن بنت ابو ابي ام ел аль бин ибн фон де
    """)

  /// Whoever stands for others.
  static let roles: Set<String> = set(
    """
    delegate representative rep permrep amb ambassador delegation envoy spokesperson spokesman spokeswoman chair chairperson chairman
    chairwoman chairlady cochair observer counsellor attache consul deputy emissary
    delegue deleguee representant representante ambassadeur ambassadrice delegation envoye envoyee porteparole
    delegado delegada embajador embajadora delegacion portavoz
    delegierte delegierter vertreter vertreterin botschafter botschafterin gesandte gesandter
    представитель представительница представителя представителем делегат делегата посол посла
    """)

  /// Those of the roles that are no other word, so that they need no article.
  static let plainRoles: Set<String> = set(
    """
    delegate rep permrep amb ambassador delegation envoy spokesperson spokesman spokeswoman chairperson chairman chairwoman emissary
    delegue deleguee ambassadeur ambassadrice embajador embajadora delegado delegada botschafter botschafterin
    delegierte delegierter vertreter vertreterin представитель представительница делегат посол
    """)

  /// The same for several, who are nobody in particular.
  static let groupRoles: Set<String> = set(
    "delegates representatives ambassadors delegations envoys observers chairs delegues representants delegados embajadores"
  )

  /// In Arabic what somebody stands for follows at once.
  static let arabicRoles: Set<String> = set(
    "مندوب مندوبه ممثل ممثله سفير سفيره وفد المندوب الممثل السفير الوفد مبعوث رئيس")

  /// Before what somebody stands for.
  static let links: Set<String> = set("of for from de du des del d pour por para von der aus fur von vom от из")

  static let articles: Set<String> = set(
    "the a an this that our your his her their le la les l un une el los las una der die das den dem ein eine einer")

  /// Between an article and a role.
  static let modifiers: Set<String> = set(
    """
    permanent deputy acting special honourable honorable distinguished former resident alternate head chief lead senior
    junior new current outgoing incoming permanente permanent adjoint adjointe distingue distinguee special vice co first
    second only esteemed
    """)

  /// Within the name of a country or an organisation.
  static let joints: Set<String> = set("of and the for in on to de du des la le les et del y e i der die und fur d l &")

  /// What somebody does who speaks.
  static let speech: Set<String> = set(
    """
    said says asked asks noted replied replies added adds agreed agrees objected objects proposed proposes suggested
    suggests argued argues stressed thinks thought believes believed explained explains answered answers wants wanted
    wondered wonders mentioned mentions reported insisted insists recalled recalls warned warns welcomed welcomes thanked
    thanks told tells raised raises responded responds disagreed disagrees confirmed confirms emphasized underlined urged
    promised offered offers spoke speaks intervened seconded seconds supported supports opposed opposes complained
    a dit demande demanda repond repondit ajoute ajouta pense propose proposa explique dice dijo pregunta pregunto cree
    sagt sagte fragt fragte meint meinte
    """)

  /// Before a month, and what follows an auxiliary that begins a question.
  static let beforeMonth: Set<String> = set(
    "in of since until till by during before after last next this early late mid every from to en through between")
  static let determiners: Set<String> = set("the a an this that these those all any our your its their each every both")
  static let afterAuxiliary: Set<String> = set(
    "we you i they he she it the there this that these those be not have all any our a an such one both somebody anyone"
  )

  /// Who is no organisation.
  static let noOrganisation: Set<String> = set(
    """
    independent consultant freelance retired university government ministry parliament none self student journalist
    lawyer academic expert various ngo ngos
    """)

  /// Letters that stand for so much else that they are nobody's initials.
  static let acronyms: Set<String> = set(
    """
    ai am au bc ad bis cd ceo cfo cso csos cv de dc ec ed eg emb es et eu faq fr gdp gmt hr ic id ie il in io ip iso it
    jr la ma md me mp mps mr ms na nb ngo no nr ny ok on op or os pa pc pdf pm pr ps qa rd re sa sd se si so st tbc tbd
    tv uk un us usa utc vat vip vs wg wto iccpr udhr cedaw ohchr osce odihr idea eom eoms emb embs emc rsvp asap
    """)

  /// Whether a word is one beside being a name.
  static func isCommon(_ word: String) -> Bool { common.contains(word) }

  private static let common: Set<String> = set(
    """
    a about above after again all alone also always am among an and any are art as ask at away back bad be because been
    before best better between big both but by call came can case change come could day did do does done down each early
    east else end even ever every fact far feel few first for form found free from full gave get give go good got great
    had half hand hard has have he help her here high him his home hope how i if in into is it its just keep kind know
    land large last late law lead left less let life light like line little long look love low made make man many mark
    may me mean men might mine more most much must my name near need never new news next no nor north not now of off old
    on once one only open or order other our out over own page part past pay people place plan play point poll post
    power press price public put question quick quite rather read real rest rich right room round rule run said same
    saw say see seem sees set shall she short should show side since small so some soon south stand state stay step still
    stone stop strong such sure take talk tell ten test than thank that the their them then there these they thing think
    this those three through time to today too took top true try turn two under until up us use very view vote voice
    wait walk want war was way we well went were west what when where which while white who whole why wide wild will
    wise wish with wood word work world worth would year yes yet you young your
    adore amber angel april archer august autumn baker ball band bank banks barber barn baron basil bass bay beach bean
    bear beck bell bender bent berry bill bird bishop black blank bless bliss bloom blue board bolt bond bone book booker
    booth border bow bowman box boy brand brave bright brook brooks brown buck budge burn burns bush butcher butler
    button buyer canon candy cane care carpenter carter cash castle cave chair chamber chambers chance chancellor chandler
    chapel chapman charity charm chart chase cherry chief child church clay clear cliff close coach coal coke cold cole
    collier comfort constable constance conway cook cool cooper core corn cotton council count court cox craft crane
    creed crisp crock cross crow crown crystal dale dame dance daisy dark dash dawn dean dear deal deer destiny devil
    dew dial diamond dice dick dill divine dock doe dolly dove drake draper drew drink driver drum duck duke early
    earl earnest easter eden elder english ernest eve faith fair falcon fall farm farmer farrow fast father fear fence
    fern field fields fill finch fine fire fish fisher fit flag flame fleet fletcher flint flood flower flowers flynn foot
    force ford foreman forest fort forth foster fountain fowler fox frank free freed freeman french friend frost fuller
    gage gale game gard garden gardener gardner garland gay gem gene general gentle german gift ginger glad glass glen
    glory gold golden gong good goodman gore grace grand grant grass grave graves gray green grey grove guard guest guide
    guy hail hale hall ham hammer hand hands happy harbor hardy hare harm harmony harp hart harvest hawk hay hazel head
    heart heath heather heaven hedge herald herb hermit heron hide hill hills hind hobby holder holiday holland holly
    holmes holy hood hook hooper hop hopper horn horse house huff humble hunt hunter hurt hussy iris iron island israel
    ivory ivy jack jade jail jasmine jay jean jersey jet jewel jolly jordan josh joy judge jump june junior just justice
    keen keeper kemp ken key keys kind king kiss kit kitchen kitty knight lake lamb lance land lane lark lass law lawless
    lawn laws lawyer leaf lee lees lemon lent leopard lever levy liberty lily lincoln link lion list lock lodge lord lot
    loud love lovely luck lucky lynch major man mane manner manners march margin marine mark marks marsh marshal marshall
    martial mason master masters mat matt may mayor mead meadow mellow melody mercer merchant mercy merit merry miles mill
    miller mills mint miracle mist money monk moon moor moore moral moss mount mouse mull myth nail nation neat new
    newman nice nick night nightingale noble noon norm norman north nun oak ocean olive page pain paine paint palm panel
    paper paradise park parker parks parson parsons partner pass patience pattern paul peace peach peacock pearl pease peck
    penny pepper perfect perry phoenix piece pierce pike pilgrim pink piper pitt pitts plant plum police pond pool poor
    pope poppy port porter posh potter pound precious pride priest prim prime prince prior proper prosper provost
    prudence purple quail queen quest quill rabbit race rain raven ray reader reed reeve regal reign reuben rice rich
    ridge rid riddle ring rise river rivers road rob robin rock rod roe roll roman rood rook root rope rosa rose
    rosemary row royal ruby rump rush russet rusty rye sadler sage sail salmon salt sand sandy savage sawyer say scar
    school scott sea seal season sells serene sergeant sermon sexton shade sharp shaw sheep shelter shepherd sheriff
    shield shin shine ship shock shore shot shy silver simple singer singh sky slate slaughter slaw sly small smart smith
    snow song sorrow spark sparks spear speed spence spencer spice spring squire staff star stark starling stern steward
    stock stokes stone storm story stout strange stranger street strong stuck style sue summer summers sun sunny swan
    sweet swift tailor tall tanner tate taylor teller temple tender terrace thorn tiger tile till tin todd tope tower
    town trace trail train travel treasure tree trinity trip trout trump truth tucker turner tyler underwood unity usher
    vale valentine vane verity vest via vicar victor victory vine violet virtue wade wager wake wales walker wall walls
    war ward warden ware warm warren watchman water waters watt way wayne weaver webb weeks weir wells wheat wheeler
    wheel whistler white wild wilder will wills win wind window winner winter winters wisdom wise witt wolf wonder wood
    woods wool world worth wren wright yard york zion
    aube belle berger blanc blanche bois bon bonne boucher boulanger brave brun chance claire clement constant court
    desire dieu droit est fleur fontaine fort franc france france gentil grand grande gras gros guerre heureux homme
    jardin joli jour juste lac leblanc legrand lune mai marchand marin mer meunier mont moulin net noble noel noir nuit
    or page parfait pascal passe pays petit petite pierre place plus pont porte pour pré prudent rose rouge roi roux rue
    sage sol soleil son sur temps toussaint tout un verdi vert vie vigne vrai
    angel alma amado amor bello blanca blanco bravo bueno caballero calle calvo camino campo campos casa casas castillo
    conde consuelo corona cortes cruz cuesta delgado dia dolores domingo dulce esperanza estrella flor flores franco
    fuente fuentes gallo gloria gracia guerra guerrero hierro hoja iglesia iglesias leal leon libertad llano lobo luna
    luz mar marin mayo mayor mercado mercedes mesa milagros montana monte mora moreno nieves nueva oliva pan pastor paz
    pena pilar pinto plaza prado prieto puente reina rey reyes rico rio rios robles roca rojas rojo romero rosario rubio
    salas salvador santa santo santos serrano sierra socorro sol soledad sierra torre torres trinidad valle vega venture
    ventura vera verde vida villa
    acker bach bauer baum berg binder blum bock braun burger ernst fink fischer fuchs gross haase hahn heller herr
    herz hoch hof huber jager jung kaiser kaufmann keller klein koch konig kraft kramer kranz krause krieg kruger kuhn
    kunst kurz lang lange licht linde mann markt maurer mayer mehl meister muller nacht neu neumann ost pfeiffer recht
    reich richter ritter roth sand schatz schmidt schmied schneider schreiber schuh schulz schwarz schwert see sommer
    sonne stark stein stern stolz storch sturm tag tanz teich vogel vogt voll wald wagner weber wein weiss werner winter
    wirt wolf wunder zimmer zimmermann
    """
  ).subtracting(
    // These are words in German or English, but hardly ever anything but a name in notes.
    set(
      """
      bauer fischer huber kaufmann keller koch konig kramer krause kruger kuhn maurer mayer muller neumann pfeiffer schmidt
      schmied schneider schulz vogt wagner weber werner zimmermann smith taylor spencer spence holmes webb wayne todd
      witt pitt pitts perry norman moore matt kemp flynn conway stokes scott singh scar reuben tate watt weir shaw leblanc
      legrand ernst claire pascal clement collier
      """))

  private static func set(_ words: String) -> Set<String> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { String($0) })
  }
}
