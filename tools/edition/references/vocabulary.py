"""Words by which the parts of a reference are known: of languages and of the book trade, never of a paper."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4, "春": 1, "夏": 2, "秋": 3, "冬": 4}

LEAD_IN_ZH = (
    "(?:可|请|另|又|并|亦|也|主要|具体|详细|部分|相关|有关|例如|比如|如|同时|参阅)*"
    "(?:参见|参阅|参考|详见|转引自|引自|另见|见于|载于|见)"
    "(?:以下|如下)?(?:文献|著作|论文|研究)?[：:，,]?"
)
SOURCE_ZH = "(?:数据|资料|图片|材料|文献)?来源[：:]"
LEAD_IN_EN = (
    r"(?:(?:for (?:example|instance|more|details|an overview)|e\.g\.|i\.e\.)[^“”]{0,40}?,?\s*)?"
    r"(?:see(?: also| for example)?|cf\.|compare|quoted (?:in|from)|cited (?:in|from)|also see)[,:]?\s+"
)
ACCESS = "登录|访问|浏览|查阅|检索|下载|获取|上网|引用日期|[Aa]ccessed|[Rr]etrieved|[Vv]isited|[Ll]ast [Aa]ccess"
ARGUING = "认为|指出|强调|本文|作者|是指|可以|进行|就是|即|笔者|根据|依据|整理|计算|自制"

EDITING = "总主编|联合主编|执行主编|主编|编著|编译|选编|汇编|合编|编辑|编选|辑录|整理|编"
TRANSLATING = "翻译|合译|编译|译校|译注|译"
WRITING = "合著|编撰|撰写|撰|著|作|口述"
IMPRINTS = "出版社|出版公司|出版集团|出版中心|书局|书店|印书馆|书社|书馆|书屋|出版|印刷局|印刷厂"
SCHOOLS = "大学|学院|党校|研究院|研究所|科学院"
HOUSES = (
    "Press|Publish(?:ing|ers)|Publications?|Books|Verlag|University|Routledge|Springer|Wiley|Elgar|Macmillan"
    "|Houghton|Knopf|Norton|Brown|Sons|Institution|House"
)
DOCUMENTS_ZH = "白皮书|蓝皮书|绿皮书|报告书?|决议|公报|声明|文件|全文"

PAPERS_ZH = r"(?:报|电讯|[通时]讯|社)(?:[（(].*[）)])?$|^[^，]*报[（(]"
PAPERS_EN = (
    r"\b(?:Times|Post|Daily|Herald|Tribune|Guardian|Telegraph|Gazette|Observer|Independent|Newspaper|News|Reuters"
    r"|Bloomberg|Xinhua|Associated Press|Agence France|AFP|Le Monde|Nikkei|Asahi|Yomiuri|Mainichi|Yonhap|Kyodo|TASS"
    r"|Politico|POLITICO)\b|\bWall Street Journal\b"
)
REVIEWS_EN = "(?:Foreign|International|World|Global) (?:Affairs|Policy|Politics|Security|Studies)"
SITES_ZH = "网站?$|部$|委$|局$|院$|会$|处$|馆$|中心$"
BODIES_EN = (
    r"\b(?:Office|Department|Ministry|Commission|Council|Committee|Organi[sz]ation|Bank|Fund|Nations|Union|Institute"
    r"|Institution|Cent(?:er|re)|University|Agency|Government|Group|Forum|Association|Board|House|Embassy|Secretariat"
    r"|Bureau|Foundation|Panel|Programme|Program|Parliament|Congress|Senate|Court|Society|Network|Alliance|Company"
    r"|Corporation|Inc|Ltd|Services?|Authority|Administration|Conference|Federation|Republic|States|Kingdom|Assembly"
    r"|Chamber|Initiative|Partnership|Research|Task Force|Taskforce|Secretary|President|Team|Coalition|Academy|School"
    r"|College|Ministers|Party|Consortium|Press|Unit|Staff|Directorate|Ministerial|Mission|Delegation|Representative)\b"
)
REPORT = (
    r"报告|白皮书|蓝皮书|绿皮书|黄皮书"
    r"|\b(?:Report|White Paper|Working Paper|Policy Paper|Policy Brief|Factbook|Yearbook|Outlook|Strategy)\b"
)
SPEECH = r"(?:讲话|致辞|致词|演讲|发言|演说)(?:（全文）)?$|^(?:Remarks|Speech|Address|Statement)\b"

SURNAMES = frozenset(
    (
        "Bai Cai Cao Chen Cheng Cui Dai Deng Ding Dong Du Duan Fan Fang Feng Fu Gao Gong Gu Guo Han Hao He Hou Hu "
        "Huang Jia Jiang Jin Kong Lai Lei Li Liang Liao Lin Liu Long Lu Luo Ma Mao Meng Pan Peng Qi Qian Qiao Qin "
        "Qiu Ren Shao Shen Shi Song Su Sun Tan Tang Tao Tian Wan Wang Wei Wen Wu Xi Xia Xiao Xie Xiong Xu Xue Yan "
        "Yang Yao Ye Yi Yin Yu Yuan Zeng Zhang Zhao Zheng Zhong Zhou Zhu Zou"
    ).split()
)
