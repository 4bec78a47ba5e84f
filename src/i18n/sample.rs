//! The words of the sample team. All names are made up.

use super::Lang;
use super::usual::PLAN;
use crate::domain::money::Currency;
use crate::domain::sample::Words;

/// A word in English and in Chinese.
pub(super) type Pair = (&'static str, &'static str);

impl Lang {
    /// The words of the sample team in this language.
    pub fn sample_words(self) -> Words {
        Words {
            currency: match self {
                Lang::En => Currency::USD,
                Lang::Zh => Currency::CNY,
            },
            company: self.of(("Northlight Systems", "启明智联")),
            teams: self.each(&TEAMS),
            regions: self.each(&REGIONS),
            people: self.each(&PEOPLE),
            roles: self.each(&ROLES),
            absence: self.of(("Annual leave", "年假")),
            customers: self.each(&CUSTOMERS),
            sectors: self.each(&SECTORS),
            places: self.each(&PLACES),
            products: self.each(&PRODUCTS),
            series: self.each(&SERIES),
            occasions: self.each(&OCCASIONS),
            sources: self.each(&SOURCES),
            contact_names: self.each(&CONTACT_NAMES),
            contact_roles: self.each(&CONTACT_ROLES),
            phone: self.of(("+1 212 555 01", "021-5550 01")),
            talks: self.each(&TALKS),
            outcomes: self.each(&OUTCOMES),
            needs: self.each(&NEEDS),
            next_steps: self.each(&NEXT_STEPS),
            loss_reasons: self.each(&LOSS_REASONS),
            objectives: OBJECTIVES.map(|it| self.each(&it)),
            market: MARKET.map(|it| self.each(&it)),
            assumptions: self.each(&ASSUMPTIONS),
            deliveries: DELIVERIES.map(|it| self.each(&it)),
            survey: self.each(&SURVEY),
            points: self.each(&POINTS),
            feedback: FEEDBACK.map(|it| self.each(&it)),
            praise: PRAISE.map(|it| self.each(&it)),
            drill: self.each(&DRILL),
            plan: self.each(&PLAN),
            rewards: self.usual_rewards(),
            levels: self.usual_levels(),
            judged: self.usual_judged(),
            pipeline: self.of(("Sales", "销售流程")),
            stages: self.each(&STAGES),
        }
    }

    fn of(self, pair: Pair) -> &'static str {
        match self {
            Lang::En => pair.0,
            Lang::Zh => pair.1,
        }
    }

    pub(super) fn each<const N: usize>(self, pairs: &[Pair; N]) -> [&'static str; N] {
        pairs.map(|pair| self.of(pair))
    }
}

const SURVEY: [Pair; 4] = [
    ("After each delivery", "交付后回访"),
    ("What is the main reason for your answer?", "您这样评价的主要原因是什么？"),
    (
        "Everything came as agreed, and somebody answered at once.",
        "一切按约定交付，有问题马上有人回应。",
    ),
    ("It came two weeks late and nobody called us.", "晚了两周，也没有人通知我们。"),
];

const POINTS: [Pair; 4] = [
    ("Prices of the new product line", "新产品线的定价"),
    ("Which leads the newcomers could take over", "哪些线索可以交给新人"),
    ("Ask marketing for a case from manufacturing", "请市场部提供制造业案例"),
    (
        "Would like to lead a team one day; think about a first step",
        "希望将来带团队，考虑安排第一步",
    ),
];

const PRAISE: [[Pair; 2]; 3] = [
    [
        (
            "Took over my visit at an hour's notice, and the customer noticed nothing",
            "临时接手我的拜访，客户毫无察觉",
        ),
        ("Teamwork", "团队协作"),
    ],
    [
        (
            "Told the customer honestly that we could not deliver, and kept the account",
            "坦诚告知客户暂时无法交付，也留住了客户",
        ),
        ("Reliability", "言而有信"),
    ],
    [
        (
            "Rewrote the offer three times until it fitted the plant",
            "三次修改方案，直到符合工厂需求",
        ),
        ("Customer first", "客户第一"),
    ],
];
const FEEDBACK: [[Pair; 4]; 4] = [
    [
        ("First visit at a new customer", "首次拜访新客户"),
        ("Asked about their process before showing anything", "先了解对方流程，再做演示"),
        ("They named their budget and the next step", "对方说明了预算和下一步"),
        ("Customer first", "客户第一"),
    ],
    [
        ("Last Monday's pipeline review", "上周一的销售流程会议"),
        ("Three deals had no next step", "三条线索没有下一步"),
        ("We could not tell whether the quarter holds", "无法判断本季度能否完成"),
        ("Reliability", "言而有信"),
    ],
    [
        ("A newcomer's first quote", "新人第一次报价"),
        ("Stayed late to go through it line by line", "加班逐条帮忙核对"),
        ("The quote was right, and the newcomer learned how", "报价无误，新人也学会了方法"),
        ("Together", "协作"),
    ],
    [
        ("The handover before the holidays", "假期前的交接"),
        ("Left the notes of two customers out", "遗漏了两位客户的记录"),
        ("One of them had to explain everything again", "其中一位客户只好从头再说一遍"),
        ("Together", "协作"),
    ],
];

const DRILL: [Pair; 2] = [
    ("Two visits a week with one question prepared for each", "每周拜访两家客户，每次准备一个问题"),
    ("The manager comes along once a week", "经理每周陪访一次"),
];

const OBJECTIVES: [[Pair; 3]; 2] = [
    [
        ("Two in three customers buy a second time", "三分之二的客户复购"),
        (
            "A second order costs us a third of the first and says that the first was right.",
            "复购的成本只有首单的三分之一，也说明首单做对了。",
        ),
        ("Share of customers with two orders or more", "下过两单及以上的客户占比"),
    ],
    [
        ("Inspection line in every southern plant", "质检产线进入华南各厂"),
        (
            "Three competitors are there already; the next tenders close in spring.",
            "已有三家对手进入，下一轮招标在春季截止。",
        ),
        ("Plants with a line of ours", "装有我方产线的工厂数"),
    ],
];

const DELIVERIES: [[Pair; 3]; 6] = [
    [("Install two lines", "两条产线安装"), ("Harbour plant", "港湾工厂"), ("Rosa Lind", "罗岚")],
    [
        ("Train the shift leaders", "班组长培训"),
        ("Harbour plant", "港湾工厂"),
        ("Ida Moss", "莫怡"),
    ],
    [
        ("Connect the warehouse", "仓储系统对接"),
        ("Meridian depot", "子午线仓"),
        ("Owen Hale", "何文"),
    ],
    [("Move the old data", "历史数据迁移"), ("Meridian depot", "子午线仓"), ("Owen Hale", "何文")],
    [("Pilot in three shops", "三家门店试点"), ("Corner shops", "街角门店"), ("Rosa Lind", "罗岚")],
    [("Roll out to all shops", "全部门店推广"), ("Corner shops", "街角门店"), ("Ida Moss", "莫怡")],
];

const MARKET: [[Pair; 2]; 4] = [
    [
        (
            "Warehouses in the east spend a tenth more on picking than last year.",
            "华东仓储今年在拣选上的投入比去年多一成。",
        ),
        ("Trade association, yearly survey", "行业协会年度调查"),
    ],
    [
        (
            "Three plants ask for inspection with their own cameras.",
            "三家工厂希望用自有相机做质检。",
        ),
        ("Talks of the last two months", "近两个月的客户沟通"),
    ],
    [
        ("A competitor gives the first year of service away.", "有对手首年服务免费。"),
        ("Two lost offers", "两次丢单"),
    ],
    [
        (
            "Food makers put new sites off until the tax relief is decided.",
            "食品企业推迟新厂，等税收优惠落地。",
        ),
        ("Newspaper", "报刊"),
    ],
];

const ASSUMPTIONS: [Pair; 2] = [
    ("Service given away costs us deals", "对手免费服务抢单"),
    ("Budget left at year's end", "年底预算释放"),
];

const TEAMS: [Pair; 3] =
    [("East team", "华东团队"), ("South team", "华南团队"), ("North team", "华北团队")];

const REGIONS: [Pair; 3] = [("East", "华东"), ("South", "华南"), ("North", "华北")];

const PEOPLE: [Pair; 12] = [
    ("Hannah Brooks", "林晓雯"),
    ("Daniel Okafor", "周子航"),
    ("Elena Petrova", "陈思远"),
    ("Tom Whitfield", "何静怡"),
    ("Marcus Lindqvist", "吴浩然"),
    ("Aisha Rahman", "郑雅琪"),
    ("Julian Castro", "孙立群"),
    ("Chloe Martin", "徐梦瑶"),
    ("Grace Nakamura", "马天宇"),
    ("Oliver Schmidt", "高文博"),
    ("Priya Menon", "罗欣然"),
    ("Lucas Moreau", "邓凯"),
];

const ROLES: [Pair; 3] =
    [("Team lead", "团队主管"), ("Account executive", "客户经理"), ("New joiner", "销售新人")];

const CUSTOMERS: [Pair; 30] = [
    ("Harbor Foods", "江岸食品"),
    ("Silverline Logistics", "锐通物流"),
    ("Bluepeak Retail", "蓝峰商超"),
    ("Castle Pharma", "安盛医药"),
    ("Mosswood Furniture", "木原家居"),
    ("Tidewater Trading", "潮平贸易"),
    ("Redbridge Auto Parts", "红桥汽配"),
    ("Fairfield Textiles", "锦田纺织"),
    ("Quayside Cold Chain", "临港冷链"),
    ("Harbor Foods Fresh", "江岸生鲜"),
    ("Sunfield Electronics", "晨田电子"),
    ("Palmgrove Cosmetics", "棠荫日化"),
    ("Coral Bay Exports", "珊湾外贸"),
    ("Lantern Toys", "灯笼玩具"),
    ("Mangrove Medical", "海榕医疗"),
    ("Brightwater Appliances", "澄川电器"),
    ("Southgate Express", "南关快运"),
    ("Lychee Garden Foods", "荔园食品"),
    ("Pearl Street Fashion", "珠坊服饰"),
    ("Sunfield Components", "晨田元件"),
    ("Northwind Machinery", "朔风机械"),
    ("Granite Steel", "磐石钢业"),
    ("Pinecrest Dairy", "松岭乳业"),
    ("Ironbridge Equipment", "铁桥装备"),
    ("Frostline Storage", "寒川仓储"),
    ("Plainsman Agri", "沃野农业"),
    ("Great Wall Tools", "长垣工具"),
    ("Cedar Hill Books", "雪松图书"),
    ("Summit Energy", "云顶能源"),
    ("Northwind Service", "朔风服务"),
];

const SECTORS: [Pair; 6] = [
    ("Manufacturing", "制造业"),
    ("Logistics", "物流仓储"),
    ("Retail", "零售"),
    ("Food", "食品"),
    ("Healthcare", "医药健康"),
    ("Consumer goods", "消费品"),
];

const PLACES: [Pair; 9] = [
    ("Boston", "上海"),
    ("New York", "杭州"),
    ("Philadelphia", "苏州"),
    ("Atlanta", "广州"),
    ("Miami", "深圳"),
    ("Houston", "东莞"),
    ("Chicago", "北京"),
    ("Detroit", "天津"),
    ("Minneapolis", "青岛"),
];

const PRODUCTS: [Pair; 6] = [
    ("Warehouse Suite", "仓储管理系统"),
    ("Sorting Line", "智能分拣线"),
    ("Handheld Kit", "手持终端套装"),
    ("Pick-to-Light", "电子标签拣选"),
    ("Insight Dashboard", "运营数据看板"),
    ("Care Plan", "年度维保服务"),
];

const SERIES: [Pair; 3] =
    [("Core systems", "核心系统"), ("Devices", "终端设备"), ("Services", "增值服务")];

const OCCASIONS: [Pair; 8] = [
    ("new site", "新仓建设"),
    ("second phase", "二期扩容"),
    ("annual renewal", "年度续约"),
    ("pilot", "试点项目"),
    ("upgrade", "系统升级"),
    ("group rollout", "集团推广"),
    ("replacement", "旧设备替换"),
    ("peak season", "大促备仓"),
];

const SOURCES: [Pair; 5] = [
    ("Referral", "老客户介绍"),
    ("Trade fair", "行业展会"),
    ("Website", "官网咨询"),
    ("Cold call", "电话开拓"),
    ("Partner", "渠道伙伴"),
];

const CONTACT_NAMES: [Pair; 8] = [
    ("Ruth Carter", "王丽"),
    ("Sean Doyle", "李建国"),
    ("Maria Alvarez", "张敏"),
    ("Petr Novak", "刘洋"),
    ("Emma Hughes", "赵静"),
    ("Paul Bennett", "陈志强"),
    ("Yuki Ito", "杨帆"),
    ("Jonas Fischer", "黄伟"),
];

const CONTACT_ROLES: [Pair; 8] = [
    ("Head of purchasing", "采购部经理"),
    ("Operations director", "运营总监"),
    ("Head of IT", "信息部主任"),
    ("Warehouse manager", "仓储主管"),
    ("Finance manager", "财务经理"),
    ("General manager", "总经理"),
    ("Supply chain manager", "供应链经理"),
    ("Chief engineer", "总工程师"),
];

/// On a call, a visit, in a message, a meeting, with a quote; twice.
const TALKS: [Pair; 10] = [
    ("Asked about the budget", "了解预算情况"),
    ("Walked through the warehouse", "实地查看仓库"),
    ("Sent the reference list", "发送案例资料"),
    ("Showed the solution", "方案演示"),
    ("Sent the offer", "发送报价单"),
    ("Talked about the timetable", "沟通上线时间"),
    ("Met the warehouse team", "拜访仓储团队"),
    ("Answered technical questions", "答复技术问题"),
    ("Went through the contract", "讨论合同条款"),
    ("Sent the revised price", "更新报价"),
];

const OUTCOMES: [Pair; 5] = [
    ("Interested, wants more detail", "有意向，需要更多细节"),
    ("Decision after the quarter closes", "季度结束后决定"),
    ("Comparing with a competitor", "正在与竞品比较"),
    ("Asked to call again next week", "约定下周再联系"),
    ("Agreed, waiting for approval", "已认可，等待审批"),
];

const NEEDS: [Pair; 6] = [
    ("Shorter picking times before the season", "旺季前缩短拣货时间"),
    ("Fewer wrong shipments", "降低错发率"),
    ("Stock figures on the same day", "库存数据当天可查"),
    ("Go-live without stopping the warehouse", "上线期间不停仓"),
    ("One system for all sites", "多仓统一管理"),
    ("Lower cost a parcel", "降低单件成本"),
];

const NEXT_STEPS: [Pair; 6] = [
    ("First call", "首次电话沟通"),
    ("Visit on site", "上门拜访"),
    ("Show the solution", "方案演示"),
    ("Go through the offer", "沟通报价细节"),
    ("Ask for a decision date", "确认决策时间"),
    ("Send references", "发送案例资料"),
];

const LOSS_REASONS: [Pair; 5] = [
    ("Price too high", "价格偏高"),
    ("Went to a competitor", "选择竞品"),
    ("Budget put off", "预算推迟"),
    ("No decision", "迟迟未决策"),
    ("Missing feature", "功能不满足"),
];

const STAGES: [Pair; 6] = [
    ("New lead", "新线索"),
    ("First contact", "初步接触"),
    ("Needs confirmed", "需求确认"),
    ("Offer", "方案报价"),
    ("Won", "赢单"),
    ("Lost", "输单"),
];
