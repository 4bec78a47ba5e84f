//! Which system a file was exported from: told by several headers together, never by one alone.

use crate::transfer::text::folded;

/// A system that exports files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum System {
    /// Zoho CRM.
    Zoho,
    /// Bigin by Zoho.
    Bigin,
    /// 纷享销客.
    Fxiaoke,
    /// Salesforce.
    Salesforce,
    /// HubSpot.
    HubSpot,
    /// Pipedrive.
    Pipedrive,
    /// Any other table.
    Generic,
}

impl System {
    /// The code that stands in record keys and reports: it is never renamed.
    pub const fn code(self) -> &'static str {
        match self {
            System::Zoho => "zoho",
            System::Bigin => "bigin",
            System::Fxiaoke => "fxiaoke",
            System::Salesforce => "salesforce",
            System::HubSpot => "hubspot",
            System::Pipedrive => "pipedrive",
            System::Generic => "generic",
        }
    }
}

/// A system is recognised by all of some headers and any of some others.
struct Fingerprint {
    system: System,
    all: &'static [&'static str],
    any: &'static [&'static str],
}

const fn print(
    system: System,
    all: &'static [&'static str],
    any: &'static [&'static str],
) -> Fingerprint {
    Fingerprint { system, all, any }
}

/// The fingerprints, by header keys; the first that fits decides.
const FINGERPRINTS: &[Fingerprint] = &[
    print(System::Bigin, &["dealid"], &["subpipeline", "companynameid", "dealownerid"]),
    print(System::Bigin, &["contactid"], &["contactownerid", "companynameid"]),
    print(
        System::Zoho,
        &["recordid"],
        &["dealownerid", "leadownerid", "contactownerid", "accountownerid", "productownerid"],
    ),
    print(
        System::Bigin,
        &["dealname", "subpipeline"],
        &["dealowner", "companyname", "closingdate"],
    ),
    print(System::Zoho, &["recordid", "dealname"], &["closingdate", "accountnameid"]),
    print(System::Zoho, &["dealname", "dealownerid"], &["closingdate", "accountnameid"]),
    print(System::Zoho, &["dealname", "closingdate"], &["dealowner", "accountname"]),
    print(System::Zoho, &["potentialname"], &["potentialowner", "closingdate"]),
    print(System::Zoho, &["leadid", "leadowner"], &["leadstatus", "leadsource"]),
    print(
        System::HubSpot,
        &["recordid"],
        &["lifecyclestage", "associatedcompany", "associatedcompanyids", "dealstage"],
    ),
    print(System::Zoho, &["recordid"], &["leadowner", "leadstatus"]),
    print(
        System::Salesforce,
        &["opportunityname"],
        &["opportunityowner", "opportunityid", "fiscalperiod", "forecastcategory", "ownerrole"],
    ),
    print(System::Salesforce, &["opportunityowner"], &["probability", "stage", "amount"]),
    print(System::Salesforce, &["stagename", "closedate"], &["ownerid", "accountid"]),
    print(System::Salesforce, &["companyaccount"], &["leadowner", "leadsource", "rating"]),
    print(
        System::Salesforce,
        &["accountowner", "accountname"],
        &["mailingstateprovince", "mailingstreet"],
    ),
    print(System::HubSpot, &["recordid"], &["contactowner", "companyowner"]),
    print(
        System::HubSpot,
        &["dealname", "dealstage"],
        &[
            "recordiddeal",
            "dealprobability",
            "closedlostreason",
            "hsobjectid",
            "isclosedwon",
            "associatedcompany",
        ],
    ),
    print(
        System::Fxiaoke,
        &["商机名称"],
        &["销售阶段", "商机阶段", "商机状态", "商机金额", "预计结单日期", "预计成交日期"],
    ),
    print(
        System::Fxiaoke,
        &["负责人"],
        &["线索池", "线索阶段", "推广渠道", "转换时间", "线索无效原因", "销售线索详情"],
    ),
    print(System::Fxiaoke, &["客户名称", "负责人"], &["客户级别", "成交状态", "最后跟进时间"]),
];

/// Pipedrive names every column "Entity - Field".
const PIPEDRIVE_ENTITIES: [&str; 7] =
    ["deal - ", "person - ", "organization - ", "lead - ", "activity - ", "product - ", "note - "];

/// Recognises a system by its headers, given as written and as header keys.
pub fn recognise(headers: &[String], keys: &[String]) -> System {
    let is_entity = |header: &String| {
        let header = folded(header.trim());
        PIPEDRIVE_ENTITIES.iter().any(|entity| header.starts_with(entity))
    };
    if headers.len() <= 2 * headers.iter().filter(|it| is_entity(it)).count() && !headers.is_empty()
    {
        return System::Pipedrive;
    }
    let has = |wanted: &&str| keys.iter().any(|key| key == wanted);
    let found = FINGERPRINTS
        .iter()
        .find(|it| it.all.iter().all(has) && (it.any.is_empty() || it.any.iter().any(has)));
    found.map_or(System::Generic, |it| it.system)
}
