"""Words by which the parts of a reference are known. Words of languages and of the book trade; no names of papers."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
NUMERAL = "0-9一二三四五六七八九十百〇零上中下IVXLCivxlc"

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
MONTH = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4, "春": 1, "夏": 2, "秋": 3, "冬": 4}

LEAD_IN_ZH = (
    "(?:可|请|另|又|并|亦|也|主要|具体|详细|部分|相关|有关|例如|比如|如|同时|参阅)*(?:参见|参阅|参考|详见|转引自|引自|另见|见于|载于|见)"
    "(?:以下|如下)?(?:文献|著作|论文|研究)?[：:，,]?"
)
LEAD_IN_EN = r"(?:(?:for (?:example|instance|more|details|an overview)|e\.g\.|i\.e\.)[^“”]{0,40}?,?\s*)?(?:see(?: also| for example)?|cf\.|compare|quoted (?:in|from)|cited (?:in|from)|also see)[,:]?\s+"
ACCESS = "登录|访问|浏览|查阅|检索|下载|获取|上网|引用日期|[Aa]ccessed|[Rr]etrieved|[Vv]isited|[Ll]ast [Aa]ccess"

EDITING = "总主编|联合主编|执行主编|主编|编著|编译|选编|汇编|合编|编辑|编选|辑录|整理|编"
TRANSLATING = "翻译|合译|编译|译校|译注|译"
WRITING = "合著|编撰|撰写|撰|著|作|口述"
IMPRINTS = "出版社|出版公司|出版集团|出版中心|书局|书店|印书馆|书社|书馆|书屋|出版|印刷局|印刷厂"
HOUSES = r"Press|Publish(?:ing|ers)|Publications?|Books|Verlag|University|Routledge|Springer|Wiley|Elgar|Macmillan|Houghton|Knopf|Norton|Brown|Sons|Institution|House"

PERIODICAL_ZH = "报|日报|时报|晚报|早报|周报|晨报|通讯社|新华社|中新社|电讯"
AGENCY_ZH = "社|电讯|通讯"
NEWS_EN = (
    r"\b(?:Times|Post|Daily|Herald|Tribune|Guardian|Telegraph|Gazette|Observer|Independent|Newspaper|Reuters|Bloomberg|Xinhua"
    r"|Associated Press|AP News|Agence France|AFP|Le Monde|Nikkei|Asahi|Yomiuri|Mainichi|Yonhap|Kyodo|TASS|Politico|POLITICO|News)\b"
    r"|\bNews$|\bWall Street Journal\b"
)
BODIES_EN = (
    r"\b(?:Office|Department|Ministry|Commission|Council|Committee|Organi[sz]ation|Bank|Fund|Nations|Union|Institute|Institution"
    r"|Cent(?:er|re)|University|Agency|Government|Group|Forum|Association|Board|House|Embassy|Secretariat|Bureau|Foundation|Panel"
    r"|Programme|Program|Parliament|Congress|Senate|Court|Society|Network|Alliance|Company|Corporation|Inc|Ltd|Service|Services"
    r"|Authority|Administration|Conference|Federation|Republic|States|Kingdom|Assembly|Chamber|Initiative|Partnership|Research"
    r"|Task Force|Secretary|President|Team|Taskforce|Coalition|Academy|School|College|Ministers|Party|Consortium|Press)\b"
)
REPORT = r"报告|白皮书|蓝皮书|绿皮书|黄皮书|\b(?:Report|White Paper|Working Paper|Policy Paper|Policy Brief|Factbook|Yearbook|Outlook|Strategy)\b"
LAW = r"决议|公约|条约|宪章|\b(?:Resolution|Convention|Treaty|Charter)\b"
