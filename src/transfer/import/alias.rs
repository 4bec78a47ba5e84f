//! How systems call what a column means: data, not rules.
//!
//! Aliases are header keys (`text::header_key`). Where one stands behind a kind, seeing it also
//! speaks for rows of that kind. Names of labels differ between tenants, so an alias proposes
//! and the person confirms.

use super::field::Field;
use super::field::Kind::{self, *};
use crate::domain::money::Currency;
use crate::transfer::cells::amount::currency_named;

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
    for_kind(Deals, Field::Id, &["opportunityid", "dealid", "potentialid", "dealpipedrivesystemid", "商机编号", "商机id", "recordiddeal", "opportunitynumber", "dealdealid", "项目编号", "机会编号"]),
    for_kind(Leads, Field::Id, &["leadid", "contactid", "线索编号", "leadpipedrivesystemid", "personpipedrivesystemid", "recordidcontact"]),
    of(Field::Id, &["recordid", "id", "externalid", "编号", "唯一性id", "数据id", "记录id", "hsobjectid", "copperid"]),

    // Names.
    for_kind(Deals, Field::Name, &["dealname", "opportunityname", "potentialname", "dealtitle", "商机名称", "商机主题", "项目名称", "opportunity", "deal", "opportunityopportunityname", "销售机会名称", "机会名称", "销售机会", "商机", "商机标题"]),
    for_kind(Leads, Field::Name, &["leadname", "leadtitle", "线索名称"]),
    for_kind(People, Field::Name, &["employee", "employeename", "staffname", "员工姓名", "员工"]),
    of(Field::Name, &["name", "fullname", "名称", "主题", "姓名", "topic"]),
    for_kind(Leads, Field::FirstName, &["firstname", "namefirstname", "personfirstname", "名"]),
    for_kind(Leads, Field::LastName, &["lastname", "namelastname", "personlastname", "姓", "surname"]),

    // Customers, seen from a deal or in their own list.
    of(Field::CustomerId, &["accountnameid", "accountid", "companynameid", "companyid", "associatedcompanyids", "organizationid", "客户编号", "organizationpipedrivesystemid", "associatedcompanyidsprimary"]),
    of(Field::Customer, &["accountname", "account", "companyname", "company", "associatedcompany", "organizationname", "dealorganization", "organization", "customer", "customername", "companyaccount", "client", "客户名称", "客户", "公司", "公司名称", "企业名称", "所属客户", "leadorganization", "personorganization", "accountnameaccountname", "potentialcustomer", "associatedcompanyprimary", "clientname", "companies", "accounts", "客户全称", "单位名称", "客户公司"]),

    // Owners, seen from a deal or in the team's list.
    for_kind(Deals, Field::OwnerId, &["dealownerid", "potentialownerid", "hubspotownerid", "opportunityownerid"]),
    for_kind(Leads, Field::OwnerId, &["leadownerid", "contactownerid"]),
    of(Field::OwnerId, &["ownerid", "accountownerid", "负责人编号", "userid"]),
    for_kind(Deals, Field::Owner, &["dealowner", "opportunityowner", "potentialowner", "opportunityownerfullname", "opportunityownername", "dealownername", "商机负责人", "商机所有者", "商机所有人", "销售机会所有人", "机会所有人"]),
    for_kind(Leads, Field::Owner, &["leadowner", "contactowner", "leadownerfullname", "线索所有者", "线索所有人", "线索负责人"]),
    of(Field::Owner, &["owner", "salesagent", "salesrep", "salesperson", "salesrepresentative", "agent", "rep", "accountowner", "companyowner", "assignedto", "负责人", "销售", "销售人员", "销售员", "业务员", "客户经理", "跟进人", "归属人", "sales", "ownername", "ownerfullname", "salesowner", "salesexecutive", "accountexecutive", "accountmanager", "userresponsible", "responsibleperson", "responsible", "assigneduser", "assignedusername", "assignee", "salesrepname", "repname", "salespersonname", "salesagentname", "agentname", "username", "所有者", "所有人", "所属销售", "销售代表", "销售顾问", "责任人", "跟进销售", "销售负责人", "销售姓名"]),

    // How far it has come.
    for_kind(Deals, Field::Pipeline, &["pipeline", "dealpipeline", "销售流程", "subpipeline", "dealpipelinename", "opportunitypipeline"]),
    for_kind(Deals, Field::Stage, &["stage", "dealstage", "stagename", "opportunitystage", "salesstage", "销售阶段", "商机阶段", "阶段", "statusid", "pipelinephase", "pipelinestage", "salesphase", "dealphase", "currentstage", "stagelabel", "当前阶段", "项目阶段", "机会阶段", "销售机会阶段", "跟进阶段", "销售进程"]),
    for_kind(Leads, Field::Stage, &["leadstatus", "线索阶段", "线索状态", "leadstage"]),
    for_kind(Deals, Field::Status, &["dealstatus", "商机状态", "赢单状态", "opportunitystatus", "opportunitystate", "opportunityresult", "dealresult", "statustype", "outcome", "result", "结果", "项目状态", "机会状态"]),
    of(Field::Status, &["status", "状态"]),
    for_kind(Deals, Field::IsWon, &["isclosedwon", "iswon", "won"]),
    for_kind(Deals, Field::IsClosed, &["isdealclosed", "isclosed", "closed"]),
    of(Field::StageSince, &["dateenteredstage", "laststagechange", "deallaststagechange", "laststagechangedate", "stagechangedate", "stagedate", "stagemodifiedtime", "进入阶段时间", "阶段变更时间", "当前阶段进入时间"]),

    // What it is worth.
    for_kind(Deals, Field::Amount, &["amount", "dealvalue", "totalamount", "closevalue", "dealamount", "opportunityamount", "budgetamount", "expectedamount", "商机金额", "预计成交金额", "预计销售金额", "成交金额", "金额", "value", "leadvalue", "预计金额", "dealsize", "opportunityvalue", "amountamount", "合同金额", "销售金额", "项目金额", "订单金额", "签约金额", "机会金额"]),
    of(Field::Amount, &["amountincompanycurrency", "amountconverted", "actualrevenue", "estrevenue", "estimatedrevenue", "revenue", "saleamount", "salesamount", "expectedrevenue"]),
    of(Field::Currency, &["currency", "dealcurrency", "dealcurrencyofvalue", "totalamountcurrency", "amountcurrency", "budgetamountcurrency", "currencycode", "币种", "货币", "opportunitycurrency", "amountconvertedcurrency", "valuecurrency", "dealcurrencycode", "currencyisocode"]),
    of(Field::Product, &["product", "productname", "dealproduct", "产品", "产品名称", "商品名称", "意向产品", "sku"]),
    for_kind(Deals, Field::Probability, &["probability", "dealprobability", "winprobability", "赢率", "成交概率", "可能性", "winrate", "closeprobability", "赢单率", "成交几率"]),

    // When.
    for_kind(Deals, Field::Created, &["engagedate"]),
    of(Field::Created, &["createdtime", "createddate", "createdate", "dealcreationdate", "creationdate", "createdon", "createdat", "created", "dateentered", "创建时间", "创建日期", "firstseen", "dealdealcreated", "dealcreated", "leadcreated", "datecreated", "addtime", "dealaddtime", "dateadded", "createddatetime", "opendate", "openeddate", "opportunitycreateddate", "dealcreatedate", "startdate", "创建于", "立项日期", "立项时间", "录入日期", "录入时间", "登记日期", "建档日期", "开始日期"]),
    for_kind(Deals, Field::Closes, &["closedate", "closingdate", "dealexpectedclosedate", "expectedclosedate", "expectedclose", "dealclosedate", "estclosedate", "estimatedclosedate", "forecastclosedate", "expectedclosingdate", "expectedclosing", "anticipatedclosedate", "targetclosedate", "预计结单日期", "预计成交日期", "预计成单日期", "预计结束日期", "预计签约日期", "预计关闭日期", "预计成交时间", "结单日期", "成交日期", "结束日期", "关闭日期", "成交时间", "enddate"]),
    for_kind(Deals, Field::ClosedOn, &["dealclosedon", "dealdealclosedon", "dealclosetime", "actualclosedate", "closedon", "closeddate", "dateclosed", "closedat", "closetime", "实际成交日期", "实际结单日期", "实际签约日期", "签约日期", "签单日期", "合同签订日期"]),
    for_kind(Deals, Field::WonOn, &["dealwontime", "wontime", "wondate", "datewon", "wonon", "赢单时间", "赢单日期"]),
    for_kind(Deals, Field::LostOn, &["deallosttime", "losttime", "lostdate", "datelost", "loston", "输单时间", "输单日期"]),

    // The work on it.
    of(Field::Source, &["leadsource", "source", "originalsource", "leadsourcechannel", "dealsourcechannel", "primarycampaignsource", "sourcechannel", "来源", "线索来源", "客户来源", "商机来源", "推广渠道", "机会来源", "项目来源"]),
    of(Field::NextStep, &["nextstep", "nextsteps", "opportunitynextsteps", "下一步", "下一步计划", "下步计划", "下一步行动"]),
    of(Field::NextStepOn, &["nextactivitydate", "dealnextactivitydate", "nextstepdate", "nextfollowupdate", "下次跟进时间", "下次跟进日期", "下次联系时间"]),
    of(Field::Contact, &["contactname", "personname", "dealcontactperson", "contactperson", "contact", "primarycontact", "contactfirstname", "contactlastname", "联系人", "联系人姓名", "leadcontactperson"]),
    of(Field::Priority, &["priority", "leadpriority", "dealpriority", "rating", "leadrating", "优先级", "紧急程度", "重要程度"]),
    of(Field::Complexity, &["complexity", "difficulty", "复杂度", "复杂程度", "难度"]),
    of(Field::Language, &["language", "preferredlanguage", "saleslanguage", "语言", "语种", "沟通语言", "客户语言"]),
    of(Field::Tags, &["tags", "tag", "labels", "label", "deallabel", "leadlabels", "leadlabel", "标签"]),
    for_kind(Leads, Field::Needs, &["需求描述", "needs", "requirements", "需求", "客户需求", "销售线索详情"]),
    of(Field::LossReason, &["reasonforloss", "lossreason", "lostreason", "deallostreason", "closedlostreason", "输单原因", "线索无效原因", "丢单原因", "失败原因", "lostreasondetail", "reasonlost"]),
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

/// The aliases that a header key is found among, with its place there. A column of money may name
/// its currency: "Amount USD", "Value in EUR".
pub fn find(key: &str) -> Option<(&'static Aliases, usize)> {
    exactly(key).or_else(|| in_a_currency(key).map(|(found, _)| found))
}

/// The code of the currency that ends the key of a column of money.
pub fn currency_at_end(key: &str) -> Option<&str> {
    in_a_currency(key).filter(|_| exactly(key).is_none()).map(|(_, code)| code)
}

fn exactly(key: &str) -> Option<(&'static Aliases, usize)> {
    ALIASES.iter().find_map(|aliases| {
        let place = aliases.keys.iter().position(|it| *it == key)?;
        Some((aliases, place))
    })
}

fn in_a_currency(key: &str) -> Option<((&'static Aliases, usize), &str)> {
    let (rest, code) = key.split_at_checked(key.len().checked_sub(3)?)?;
    let is_money = |it: &(&Aliases, usize)| it.0.field.is_amount();
    let found = exactly(rest).or_else(|| exactly(rest.strip_suffix("in")?)).filter(is_money)?;
    currency_named(code, Currency::CNY).map(|_| (found, code))
}
