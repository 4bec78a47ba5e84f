//! How systems call what a column means: data, not rules.
//!
//! Aliases are header keys (`text::header_key`). Where one stands behind a kind, seeing it also
//! speaks for rows of that kind. Names of labels differ between tenants, so an alias proposes
//! and the person confirms.

use super::field::Field;
use super::field::Kind::{self, *};

/// The aliases of one field.
pub struct Aliases {
    /// What the column means.
    pub field: Field,
    /// What kind of rows such a column speaks for.
    pub kind: Option<Kind>,
    /// The header keys; several columns of one file are taken in this order.
    pub keys: &'static [&'static str],
}

const fn of(field: Field, keys: &'static [&'static str]) -> Aliases {
    Aliases { field, kind: None, keys }
}

const fn for_kind(kind: Kind, field: Field, keys: &'static [&'static str]) -> Aliases {
    Aliases { field, kind: Some(kind), keys }
}

/// Every alias.
#[rustfmt::skip]
pub const ALIASES: &[Aliases] = &[
    // Keys of records.
    for_kind(Deals, Field::Id, &["opportunityid", "dealid", "potentialid", "dealpipedrivesystemid", "商机编号", "商机id"]),
    for_kind(Leads, Field::Id, &["leadid", "contactid", "线索编号", "leadpipedrivesystemid", "personpipedrivesystemid"]),
    of(Field::Id, &["recordid", "id", "externalid", "编号", "唯一性id", "数据id"]),

    // Names.
    for_kind(Deals, Field::Name, &["dealname", "opportunityname", "potentialname", "dealtitle", "商机名称", "商机主题", "项目名称", "opportunity", "deal"]),
    for_kind(Leads, Field::Name, &["leadname", "leadtitle", "线索名称"]),
    of(Field::Name, &["name", "fullname", "名称", "主题", "姓名"]),
    for_kind(Leads, Field::FirstName, &["firstname", "namefirstname", "personfirstname", "名"]),
    for_kind(Leads, Field::LastName, &["lastname", "namelastname", "personlastname", "姓", "surname"]),

    // Customers, seen from a deal or in their own list.
    of(Field::CustomerId, &["accountnameid", "accountid", "companynameid", "companyid", "associatedcompanyids", "organizationid", "客户编号", "organizationpipedrivesystemid"]),
    of(Field::Customer, &["accountname", "account", "companyname", "company", "associatedcompany", "organizationname", "dealorganization", "organization", "customer", "customername", "companyaccount", "client", "客户名称", "客户", "公司", "公司名称", "企业名称", "所属客户", "leadorganization", "personorganization"]),

    // Owners, seen from a deal or in the team's list.
    for_kind(Deals, Field::OwnerId, &["dealownerid", "potentialownerid"]),
    for_kind(Leads, Field::OwnerId, &["leadownerid", "contactownerid"]),
    of(Field::OwnerId, &["ownerid", "accountownerid", "负责人编号", "userid"]),
    for_kind(Deals, Field::Owner, &["dealowner", "opportunityowner", "potentialowner"]),
    for_kind(Leads, Field::Owner, &["leadowner", "contactowner"]),
    of(Field::Owner, &["owner", "salesagent", "salesrep", "salesperson", "salesrepresentative", "agent", "rep", "accountowner", "companyowner", "assignedto", "负责人", "销售", "销售人员", "销售员", "业务员", "客户经理", "跟进人", "归属人", "sales"]),

    // How far it has come.
    for_kind(Deals, Field::Pipeline, &["pipeline", "dealpipeline", "销售流程", "subpipeline"]),
    for_kind(Deals, Field::Stage, &["stage", "dealstage", "stagename", "opportunitystage", "salesstage", "销售阶段", "商机阶段", "阶段", "statusid"]),
    for_kind(Leads, Field::Stage, &["leadstatus", "线索阶段", "线索状态", "leadstage"]),
    for_kind(Deals, Field::Status, &["dealstatus", "商机状态", "赢单状态", "opportunitystatus"]),
    of(Field::Status, &["status", "状态"]),
    for_kind(Deals, Field::IsWon, &["isclosedwon", "iswon", "won"]),
    for_kind(Deals, Field::IsClosed, &["isdealclosed", "isclosed", "closed"]),
    of(Field::StageSince, &["dateenteredstage", "laststagechange", "deallaststagechange", "laststagechangedate", "stagechangedate", "stagedate", "stagemodifiedtime", "进入阶段时间", "阶段变更时间", "当前阶段进入时间"]),

    // What it is worth.
    for_kind(Deals, Field::Amount, &["amount", "dealvalue", "totalamount", "closevalue", "dealamount", "opportunityamount", "budgetamount", "expectedamount", "商机金额", "预计成交金额", "预计销售金额", "成交金额", "金额", "value", "leadvalue", "预计金额"]),
    of(Field::Currency, &["currency", "dealcurrency", "dealcurrencyofvalue", "totalamountcurrency", "amountcurrency", "budgetamountcurrency", "currencycode", "币种", "货币", "opportunitycurrency"]),
    of(Field::Product, &["product", "productname", "dealproduct", "产品", "产品名称", "商品名称", "意向产品", "sku"]),
    for_kind(Deals, Field::Probability, &["probability", "dealprobability", "winprobability", "赢率", "成交概率", "可能性", "winrate"]),

    // When.
    for_kind(Deals, Field::Created, &["engagedate"]),
    of(Field::Created, &["createdtime", "createddate", "createdate", "dealcreationdate", "creationdate", "createdon", "createdat", "created", "dateentered", "创建时间", "创建日期", "firstseen", "dealdealcreated", "dealcreated", "leadcreated"]),
    for_kind(Deals, Field::Closes, &["closedate", "closingdate", "dealexpectedclosedate", "expectedclosedate", "expectedclose", "dealclosedate", "dealclosedon", "预计结单日期", "预计成交日期", "预计成单日期", "预计结束日期", "预计签约日期", "结单日期", "成交日期", "closedon"]),
    for_kind(Deals, Field::WonOn, &["dealwontime", "wontime", "wondate", "赢单时间", "赢单日期"]),
    for_kind(Deals, Field::LostOn, &["deallosttime", "losttime", "lostdate", "输单时间", "输单日期"]),

    // The work on it.
    of(Field::Source, &["leadsource", "source", "originalsource", "leadsourcechannel", "dealsourcechannel", "primarycampaignsource", "sourcechannel", "来源", "线索来源", "客户来源", "商机来源", "推广渠道"]),
    of(Field::NextStep, &["nextstep", "nextsteps", "opportunitynextsteps", "下一步", "下一步计划", "下步计划", "下一步行动"]),
    of(Field::NextStepOn, &["nextactivitydate", "dealnextactivitydate", "nextstepdate", "nextfollowupdate", "下次跟进时间", "下次跟进日期", "下次联系时间"]),
    of(Field::Contact, &["contactname", "personname", "dealcontactperson", "contactperson", "contact", "primarycontact", "contactfirstname", "contactlastname", "联系人", "联系人姓名", "leadcontactperson"]),
    of(Field::Priority, &["priority", "leadpriority", "dealpriority", "rating", "leadrating", "优先级", "紧急程度", "重要程度"]),
    of(Field::Complexity, &["complexity", "difficulty", "复杂度", "复杂程度", "难度"]),
    of(Field::Language, &["language", "preferredlanguage", "saleslanguage", "语言", "语种", "沟通语言", "客户语言"]),
    of(Field::Tags, &["tags", "tag", "labels", "label", "deallabel", "leadlabels", "leadlabel", "标签"]),
    for_kind(Leads, Field::Needs, &["需求描述", "needs", "requirements", "需求", "客户需求", "销售线索详情"]),
    of(Field::LossReason, &["reasonforloss", "lossreason", "lostreason", "deallostreason", "closedlostreason", "输单原因", "线索无效原因", "丢单原因"]),
    of(Field::Note, &["description", "dealdescription", "note", "notes", "remark", "remarks", "background", "备注", "商机备注", "描述", "notecontent", "comment", "comments"]),
    for_kind(Leads, Field::Email, &["email", "emailwork", "emailhome", "emailother", "personemail", "emailsprimaryemail", "emailaddress", "邮箱", "邮件", "电子邮箱"]),
    of(Field::Phone, &["phone", "mobile", "phonenumber", "mobilephonenumber", "phonework", "phonehome", "phoneother", "phonenumber1number", "personphone", "phonesprimaryphone", "tel", "telephone", "手机", "电话", "联系电话", "手机号", "联系方式"]),

    // Customers.
    for_kind(Customers, Field::Sector, &["sector", "industry", "行业", "所属行业", "organizationindustry"]),
    for_kind(Customers, Field::Location, &["officelocation", "location", "billingcity", "billingstate", "billingcountry", "city", "state", "stateregion", "country", "countryregion", "address", "organizationaddress", "省", "市", "区", "地区", "国家", "城市", "地址", "所在地"]),
    for_kind(Customers, Field::Parent, &["subsidiaryof", "parentaccount", "parentcompany", "parentaccountname", "上级客户", "母公司", "上级公司"]),
    for_kind(Customers, Field::Employees, &["employees", "numberofemployees", "employeecount", "noofemployees", "员工人数", "人员规模", "公司规模"]),
    for_kind(Customers, Field::Email, &["companyemail", "accountemail", "公司邮箱", "企业邮箱", "客户邮箱"]),
    for_kind(Customers, Field::Website, &["website", "websiteurl", "companydomainname", "网址", "官网", "公司网址"]),

    // Products.
    for_kind(Products, Field::Series, &["series", "family", "productfamily", "productline", "productcategory", "category", "产品系列", "产品线", "产品分类", "系列"]),
    for_kind(Products, Field::Price, &["salesprice", "price", "unitprice", "listprice", "productunitprice", "单价", "价格", "标准价格", "售价"]),

    // People.
    for_kind(People, Field::Team, &["team", "salesteam", "department", "部门", "团队", "所属部门", "主属部门"]),
    for_kind(People, Field::Manager, &["manager", "managername", "salesmanager", "reportsto", "teamlead", "上级", "主管", "直属上级", "汇报对象", "经理", "销售经理"]),
    for_kind(People, Field::Region, &["region", "regionaloffice", "office", "区域", "大区", "办事处", "分公司"]),
    for_kind(People, Field::Level, &["level", "seniority", "senioritylevel", "experience", "experiencelevel", "级别", "职级", "经验", "经验等级", "资历"]),
    for_kind(People, Field::Capacity, &["capacity", "leadcapacity", "leadlimit", "maxleads", "maxopenleads", "openleadsatmost", "容量", "跟进上限", "线索上限", "最大线索数", "最多同时跟进"]),
    for_kind(People, Field::Skills, &["skills", "skill", "productskills", "expertise", "knowsproducts", "productknowledge", "技能", "产品技能", "擅长产品", "熟悉产品", "熟悉的产品", "专长"]),
    for_kind(People, Field::Languages, &["languages", "speaks", "spokenlanguages", "掌握语言", "外语"]),
    for_kind(People, Field::Territories, &["territories", "territory", "salesterritory", "sellsin", "coverage", "负责地区", "负责区域", "销售区域", "覆盖区域", "管辖区域"]),
    for_kind(People, Field::Role, &["role", "jobtitle", "position", "职位", "岗位", "角色"]),
];

/// The aliases that a header key is found among, with its place there.
pub fn find(key: &str) -> Option<(&'static Aliases, usize)> {
    ALIASES.iter().find_map(|aliases| {
        let place = aliases.keys.iter().position(|it| *it == key)?;
        Some((aliases, place))
    })
}
