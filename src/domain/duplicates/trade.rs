//! What names of companies have in common with many others: places and words of their trade, in
//! Chinese and in English.
//!
//! They are taken off before two names are compared by sound, and remembered: names of other
//! places and of other trades are other companies.

use std::sync::OnceLock;

use crate::domain::arrange;

/// Trades as a set, one bit each; several may be named, none says nothing.
pub(super) type Trades = u32;

/// Words that say nothing of a trade stand first; those of one trade stand in one line, so that
/// "电器" and "appliances" are the same. A line is wide rather than narrow: it serves to tell names
/// apart, and what is told apart wrongly is never offered.
const WORDS: &[(&str, &str)] = &[
    (
        "技术 技術 科技 高科技 高新技术 集团 集團 控股 实业 實業 股份 发展 發展 投资 投資 国际 國際 \
         工业 工業 产业 企业 系统 产品 股份制 事业 商务 服务 管理",
        "technology technologies tech group holding holdings industry industries industrial \
         enterprise enterprises development developments investment investments international \
         global product products system systems service services science sciences management",
    ),
    (
        "汽车 汽車 车辆 客车 汽配 汽车零部件",
        "auto autos automobile automobiles automotive motor motors vehicle vehicles car cars",
    ),
    ("银行 銀行", "bank banking banks"),
    ("保险 保險 人寿 财险 寿险", "insurance assurance"),
    ("证券 證券 期货 基金", "securities futures fund funds"),
    (
        "食品 食业 味业 乳业 酒业 酒厂 酿酒 啤酒 饮料 饮品 农业 农牧 饲料 粮油 餐饮",
        "food foods flavouring flavoring dairy distillery distilleries liquor brewery breweries \
         beer wine winery beverage beverages agriculture agricultural farming feed catering",
    ),
    (
        "医药 醫藥 药业 制药 製藥 生物 生物制药 生物科技 生命科学 医疗 医疗器械 医院 健康",
        "medicine medicines pharmaceutical pharmaceuticals pharma biological biologicals \
         biotechnology biotech biopharma bio medical hospital hospitals healthcare health",
    ),
    (
        "电子 電子 电器 電器 家电 电气 電氣 电工 智家 家居 家具 半导体 照明",
        "electronic electronics electric electrical appliance appliances smart home furniture \
         semiconductor semiconductors lighting",
    ),
    (
        "软件 軟件 网络 網絡 信息 数据 互联网 数码 数字 智能 智控 通信 通讯 電訊 电信 计算机",
        "software network networks networking information data internet online digital \
         intelligent intelligence communication communications telecom telecommunications \
         computer computers controls",
    ),
    (
        "能源 电力 電力 新能源 石油 石化 化学 化工 材料 新材料 光能 光伏 动力 电源 锂业 燃气 电池",
        "energy power petroleum oil petrochemical petrochemicals chemical chemicals material \
         materials solar photovoltaic lithium gas battery batteries",
    ),
    (
        "建筑 建築 建设 水泥 建材 房地产 地产 地產 置业 工程 物业",
        "construction building cement real estate property properties land engineering",
    ),
    (
        "钢铁 鋼鐵 铝业 铜业 矿业 黄金 金属 机械 機械 重工 装备 设备 仪器 制造",
        "iron steel aluminum aluminium copper mining gold metal metals machinery machine heavy \
         equipment instruments instrument manufacturing",
    ),
    (
        "物流 快递 速运 航空 航运 海运 港口 运输",
        "logistics express airline airlines aviation shipping transport transportation port",
    ),
    (
        "贸易 貿易 商贸 进出口 百货 超市 零售 电商 电子商务",
        "trading trade import export retail supermarket supermarkets stores commerce ecommerce",
    ),
    (
        "传媒 文化 影视 广告 娱乐 教育 学校 酒店 旅游",
        "media culture film films advertising entertainment education school schools hotel hotels \
         tourism travel",
    ),
    (
        "服饰 服装 纺织 鞋业 体育 用品 体育用品",
        "apparel clothing textile textiles garment garments shoes fashion sports sporting goods",
    ),
    ("咨询 律师事务所 会计师事务所", "consulting consultants law accounting accountants"),
];

/// Words between others.
const BETWEEN: &[&str] = &["of", "the", "and", "for"];

/// Provinces and larger cities with their usual names in Latin letters.
const PLACES: &str = "\
    北京 beijing|天津 tianjin|上海 shanghai|重庆 chongqing|河北 hebei|山西 shanxi|\
    辽宁 liaoning|吉林 jilin|黑龙江 heilongjiang|江苏 jiangsu|浙江 zhejiang|安徽 anhui|\
    福建 fujian|江西 jiangxi|山东 shandong|河南 henan|湖北 hubei|湖南 hunan|广东 guangdong|\
    广西 guangxi|海南 hainan|四川 sichuan|贵州 guizhou|云南 yunnan|陕西 shaanxi|甘肃 gansu|\
    青海 qinghai|宁夏 ningxia|新疆 xinjiang|西藏 tibet|内蒙古 innermongolia|香港 hongkong|\
    澳门 macau|台湾 taiwan|广州 guangzhou|深圳 shenzhen|珠海 zhuhai|汕头 shantou|佛山 foshan|\
    江门 jiangmen|湛江 zhanjiang|茂名 maoming|肇庆 zhaoqing|惠州 huizhou|梅州 meizhou|\
    汕尾 shanwei|河源 heyuan|阳江 yangjiang|清远 qingyuan|东莞 dongguan|中山 zhongshan|\
    潮州 chaozhou|揭阳 jieyang|韶关 shaoguan|南京 nanjing|无锡 wuxi|徐州 xuzhou|\
    常州 changzhou|苏州 suzhou|南通 nantong|连云港 lianyungang|淮安 huaian|盐城 yancheng|\
    扬州 yangzhou|镇江 zhenjiang|泰州 taizhou|宿迁 suqian|昆山 kunshan|杭州 hangzhou|\
    宁波 ningbo|温州 wenzhou|嘉兴 jiaxing|湖州 huzhou|绍兴 shaoxing|金华 jinhua|衢州 quzhou|\
    舟山 zhoushan|台州 taizhou|丽水 lishui|义乌 yiwu|合肥 hefei|芜湖 wuhu|蚌埠 bengbu|\
    淮南 huainan|马鞍山 maanshan|淮北 huaibei|铜陵 tongling|安庆 anqing|黄山 huangshan|\
    滁州 chuzhou|阜阳 fuyang|宿州 suzhou|六安 luan|亳州 bozhou|池州 chizhou|宣城 xuancheng|\
    福州 fuzhou|厦门 xiamen|莆田 putian|三明 sanming|泉州 quanzhou|漳州 zhangzhou|\
    南平 nanping|龙岩 longyan|宁德 ningde|南昌 nanchang|景德镇 jingdezhen|萍乡 pingxiang|\
    九江 jiujiang|新余 xinyu|鹰潭 yingtan|赣州 ganzhou|吉安 jian|宜春 yichun|抚州 fuzhou|\
    上饶 shangrao|济南 jinan|青岛 qingdao|淄博 zibo|枣庄 zaozhuang|东营 dongying|烟台 yantai|\
    潍坊 weifang|济宁 jining|泰安 taian|威海 weihai|日照 rizhao|临沂 linyi|德州 dezhou|\
    聊城 liaocheng|滨州 binzhou|菏泽 heze|郑州 zhengzhou|开封 kaifeng|洛阳 luoyang|\
    平顶山 pingdingshan|安阳 anyang|鹤壁 hebi|新乡 xinxiang|焦作 jiaozuo|濮阳 puyang|\
    许昌 xuchang|漯河 luohe|三门峡 sanmenxia|南阳 nanyang|商丘 shangqiu|信阳 xinyang|\
    周口 zhoukou|驻马店 zhumadian|武汉 wuhan|黄石 huangshi|十堰 shiyan|宜昌 yichang|\
    襄阳 xiangyang|鄂州 ezhou|荆门 jingmen|孝感 xiaogan|荆州 jingzhou|黄冈 huanggang|\
    咸宁 xianning|随州 suizhou|长沙 changsha|株洲 zhuzhou|湘潭 xiangtan|衡阳 hengyang|\
    邵阳 shaoyang|岳阳 yueyang|常德 changde|张家界 zhangjiajie|益阳 yiyang|郴州 chenzhou|\
    永州 yongzhou|怀化 huaihua|娄底 loudi|南宁 nanning|柳州 liuzhou|桂林 guilin|梧州 wuzhou|\
    北海 beihai|玉林 yulin|海口 haikou|三亚 sanya|成都 chengdu|自贡 zigong|攀枝花 panzhihua|\
    泸州 luzhou|德阳 deyang|绵阳 mianyang|广元 guangyuan|遂宁 suining|内江 neijiang|\
    乐山 leshan|南充 nanchong|眉山 meishan|宜宾 yibin|达州 dazhou|贵阳 guiyang|遵义 zunyi|\
    昆明 kunming|曲靖 qujing|玉溪 yuxi|大理 dali|丽江 lijiang|拉萨 lhasa|西安 xian|宝鸡 baoji|\
    咸阳 xianyang|渭南 weinan|延安 yanan|汉中 hanzhong|榆林 yulin|兰州 lanzhou|天水 tianshui|\
    酒泉 jiuquan|西宁 xining|银川 yinchuan|乌鲁木齐 urumqi|石家庄 shijiazhuang|唐山 tangshan|\
    秦皇岛 qinhuangdao|邯郸 handan|邢台 xingtai|保定 baoding|张家口 zhangjiakou|承德 chengde|\
    沧州 cangzhou|廊坊 langfang|衡水 hengshui|太原 taiyuan|大同 datong|阳泉 yangquan|\
    长治 changzhi|晋城 jincheng|运城 yuncheng|临汾 linfen|呼和浩特 hohhot|包头 baotou|\
    鄂尔多斯 ordos|赤峰 chifeng|沈阳 shenyang|大连 dalian|鞍山 anshan|抚顺 fushun|本溪 benxi|\
    丹东 dandong|锦州 jinzhou|营口 yingkou|长春 changchun|四平 siping|通化 tonghua|\
    哈尔滨 harbin|齐齐哈尔 qiqihar|大庆 daqing|牡丹江 mudanjiang|佳木斯 jiamusi";

/// What may follow the name of a place.
const PLACE_ENDINGS: &[&str] = &["省", "市", "自治区", "特别行政区"];

/// The country, which tells no two companies of it apart.
const COUNTRY: [&str; 2] = ["中国", "china"];

/// What stands for the country among places.
const ANYWHERE: &str = "";

/// The trades of a word of English; none where it is no such word. Words that say nothing of a
/// trade have an empty set.
pub(super) fn latin_trade(word: &str) -> Option<Trades> {
    static TABLE: OnceLock<Vec<(&str, Trades)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let of = |(trade, (_, latin)): (usize, &(&str, &'static str))| {
            latin.split_whitespace().map(move |word| (word, bit(trade))).collect::<Vec<_>>()
        };
        let between = BETWEEN.iter().map(|word| (*word, 0));
        let mut table: Vec<_> = WORDS.iter().enumerate().flat_map(of).chain(between).collect();
        arrange::naturally(&mut table);
        table
    });
    let place = table.binary_search_by(|it| it.0.cmp(word)).ok()?;
    Some(table[place].1)
}

/// The trade that Chinese text ends with, and the text before it.
pub(super) fn han_trade(text: &str) -> Option<(&str, Trades)> {
    static TABLE: OnceLock<Vec<(&str, Trades)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let of = |(trade, (han, _)): (usize, &(&'static str, &str))| {
            han.split_whitespace().map(move |word| (word, bit(trade))).collect::<Vec<_>>()
        };
        let mut table: Vec<_> = WORDS.iter().enumerate().flat_map(of).collect();
        arrange::by_key(&mut table, |it| std::cmp::Reverse(it.0.len()));
        table
    });
    table.iter().find_map(|(word, trade)| Some((text.strip_suffix(word)?, *trade)))
}

/// The place that Chinese text begins with in Latin letters, and the text behind it.
pub(super) fn han_place(text: &str) -> Option<(&'static str, &str)> {
    if let Some(rest) = text.strip_prefix(COUNTRY[0]) {
        return Some((ANYWHERE, rest));
    }
    let found = places().iter().find(|(han, _)| text.starts_with(han));
    let (han, latin) = found?;
    let rest = &text[han.len()..];
    let ending = PLACE_ENDINGS.iter().find_map(|it| rest.strip_prefix(it));
    Some((latin, ending.unwrap_or(rest)))
}

/// A word that is a place in Latin letters.
pub(super) fn latin_place(word: &str) -> Option<&'static str> {
    static TABLE: OnceLock<Vec<&str>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table: Vec<&str> = places().iter().map(|(_, latin)| *latin).collect();
        arrange::naturally(&mut table);
        table
    });
    if word == COUNTRY[1] {
        return Some(ANYWHERE);
    }
    let place = table.binary_search_by(|it| (*it).cmp(word)).ok()?;
    Some(table[place])
}

/// Whether a place says more than the country.
pub(super) fn is_told(place: &str) -> bool {
    place != ANYWHERE
}

fn places() -> &'static [(&'static str, &'static str)] {
    static TABLE: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    TABLE.get_or_init(|| PLACES.split('|').filter_map(|it| it.split_once(' ')).collect())
}

fn bit(trade: usize) -> Trades {
    if trade == 0 { 0 } else { 1 << trade }
}
