//! Which system and which kind of rows, told by headers of real exports and import templates.
//!
//! Sources: `../shared/data/crm_headers/headers.json` and the header rows listed in
//! `../shared/IMPORT-FORMATS.md`.

use crate::import_support::{bytes, json, planned};
use huddle::domain::workspace::Workspace;
use huddle::transfer::import::{Field, Kind, System};

fn recognised(header: &str) -> (System, Option<Kind>) {
    let text = format!("{header}\r\n");
    let session = planned(&Workspace::default(), &[("table.csv", text.as_bytes())]);
    (session.system(0), session.kind(0))
}

/// The fields of a header's columns by their codes, blank where a column is left out.
fn fields(header: &str) -> Vec<&'static str> {
    let text = format!("{header}\r\n");
    let session = planned(&Workspace::default(), &[("table.csv", text.as_bytes())]);
    session.columns(0).iter().map(|it| it.field.map_or("", Field::code)).collect()
}

fn expected(crm: &str, object: &str) -> (System, Kind) {
    let kind = if object.contains("ead") || object == "contacts" || object == "线索" {
        Kind::Leads
    } else {
        Kind::Deals
    };
    match crm {
        "Zoho CRM" => (System::Zoho, kind),
        "Salesforce" => (System::Salesforce, kind),
        "HubSpot" => (System::HubSpot, kind),
        "Pipedrive" => (System::Pipedrive, Kind::Deals),
        _ => (System::Generic, kind),
    }
}

#[test]
fn every_known_header_is_recognised() {
    let all = json("crm_headers/headers.json");
    let mut checked = 0;
    for entry in all.as_array().expect("entries") {
        let text = |key: &str| entry[key].as_str().unwrap_or_default();
        let listed: Vec<String> = match (&entry["headers"], &entry["headers_variants"]) {
            (serde_json::Value::Array(headers), _) => {
                let headers = headers.iter().filter_map(|it| it.as_str());
                vec![headers.collect::<Vec<_>>().join(",")]
            }
            (_, serde_json::Value::Array(variants)) => {
                variants.iter().filter_map(|it| it.as_str()).map(str::to_owned).collect()
            }
            _ => continue,
        };
        for header in listed {
            let (system, kind) = expected(text("crm"), text("object"));
            assert_eq!(recognised(&header), (system, Some(kind)), "{header}");
            checked += 1;
        }
    }
    assert_eq!(checked, 12);
}

#[track_caller]
fn check(header: &str, system: System, kind: Kind, expect: &[&str]) {
    assert_eq!(recognised(header), (system, Some(kind)), "{header}");
    assert_eq!(fields(header), expect, "{header}");
}

#[test]
fn zoho_exports_are_understood() {
    check(
        "Record Id,Deal Owner.id,Deal Owner,Amount,Deal Name,Closing Date,Account Name.id,Account Name,Stage,Currency,Next Step,Reason For Loss,Created Time,Pipeline",
        System::Zoho,
        Kind::Deals,
        &[
            "id",
            "owner_id",
            "owner",
            "amount",
            "name",
            "closes",
            "customer_id",
            "customer",
            "stage",
            "currency",
            "next_step",
            "loss_reason",
            "created",
            "pipeline",
        ],
    );
    check(
        "Record Id,Lead Owner.id,Lead Source,Lead Status,First Name,Last Name,Company,Email,Phone,Created Time",
        System::Zoho,
        Kind::Leads,
        &[
            "id",
            "owner_id",
            "source",
            "stage",
            "first_name",
            "last_name",
            "customer",
            "email",
            "phone",
            "created",
        ],
    );
    check(
        "Deal Id,Deal Owner.id,Deal Owner,Deal Name,Company Name.id,Company Name,Sub-Pipeline,Amount,Stage,Closing Date",
        System::Bigin,
        Kind::Deals,
        &[
            "id",
            "owner_id",
            "owner",
            "name",
            "customer_id",
            "customer",
            "pipeline",
            "amount",
            "stage",
            "closes",
        ],
    );
}

#[test]
fn salesforce_exports_are_understood() {
    check(
        "Opportunity Owner,Account Name,Opportunity ID (18 Digit),Opportunity Name,Stage,Fiscal Period,Amount,Probability (%),Age,Close Date,Created Date,Type",
        System::Salesforce,
        Kind::Deals,
        &[
            "owner",
            "customer",
            "id",
            "name",
            "stage",
            "",
            "amount",
            "probability",
            "",
            "closes",
            "created",
            "",
        ],
    );
    check(
        "Id,Name,AccountId,LeadSource,Amount,CloseDate,StageName,Probability,Description,OwnerId,CreatedDate",
        System::Salesforce,
        Kind::Deals,
        &[
            "id",
            "name",
            "customer_id",
            "source",
            "amount",
            "closes",
            "stage",
            "probability",
            "note",
            "owner_id",
            "created",
        ],
    );
}

#[test]
fn hubspot_and_pipedrive_exports_are_understood() {
    check(
        "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Amount in company currency,Currency,Close Date,Create Date,Deal owner,Deal probability,Is Deal Closed?,Is Closed Won,Associated Company,Associated Company IDs",
        System::HubSpot,
        Kind::Deals,
        &[
            "id",
            "name",
            "stage",
            "pipeline",
            "amount",
            "",
            "currency",
            "closes",
            "created",
            "owner",
            "probability",
            "is_closed",
            "is_won",
            "customer",
            "customer_id",
        ],
    );
    check(
        "Deal - Title*,Deal - Value,Deal - Currency of value,Organization,Contact person,Deal - Owner,Deal - Stage (pipeline),Deal - Expected close date,Deal - Creation date,Deal - Status,Deal - Won time,Deal - Lost time,Deal - Lost reason",
        System::Pipedrive,
        Kind::Deals,
        &[
            "name",
            "amount",
            "currency",
            "customer",
            "contact",
            "owner",
            "stage",
            "closes",
            "created",
            "status",
            "won_on",
            "lost_on",
            "loss_reason",
        ],
    );
}

#[test]
fn chinese_exports_are_understood() {
    check(
        "商机名称,客户名称,商机金额（元）,销售阶段,商机状态,赢率,预计结单日期,负责人,创建时间,输单原因",
        System::Fxiaoke,
        Kind::Deals,
        &[
            "name",
            "customer",
            "amount",
            "stage",
            "status",
            "probability",
            "closes",
            "owner",
            "created",
            "loss_reason",
        ],
    );
    check(
        "姓名,公司,手机,来源,线索池,线索阶段,负责人,下次跟进时间",
        System::Fxiaoke,
        Kind::Leads,
        &["name", "customer", "phone", "source", "", "stage", "owner", "next_step_on"],
    );
}

#[test]
fn lists_are_told_from_deals() {
    check(
        "account,sector,employees",
        System::Generic,
        Kind::Customers,
        &["name", "sector", "employees"],
    );
    check(
        "product,series,sales_price",
        System::Generic,
        Kind::Products,
        &["name", "series", "price"],
    );
    check(
        "sales_agent,manager,regional_office",
        System::Generic,
        Kind::People,
        &["name", "manager", "region"],
    );
    check(
        "姓名,部门,主管,区域",
        System::Generic,
        Kind::People,
        &["name", "team", "manager", "region"],
    );
}

// Headers of exports as programs that read them name them, in public repositories: reports of
// Salesforce with related names ("Opportunity Owner: Full Name", `SELECT … Owner.Name, Account.Name`),
// `associated company (primary)` and `hubspot_owner_id` of HubSpot, `Deal - Deal closed on` of
// Pipedrive; the schema of IBM's Win-Loss table; Twenty as in `../shared/IMPORT-FORMATS.md`.
#[test]
fn other_names_of_the_same_columns_are_understood() {
    check(
        "Opportunity: Opportunity Name,Opportunity Owner: Full Name,Account Name: Account Name,Stage,Amount,Close Date",
        System::Generic,
        Kind::Deals,
        &["name", "owner", "customer", "stage", "amount", "closes"],
    );
    check(
        "Id,OwnerId,AccountId,Owner.Name,Account.Name,Name,StageName,Amount,CloseDate",
        System::Salesforce,
        Kind::Deals,
        &[
            "id",
            "owner_id",
            "customer_id",
            "owner",
            "customer",
            "name",
            "stage",
            "amount",
            "closes",
        ],
    );
    check(
        "hs_object_id,dealname,dealstage,amount,closedate,hubspot_owner_id,createdate,Associated Company (Primary)",
        System::HubSpot,
        Kind::Deals,
        &["id", "name", "stage", "amount", "closes", "owner_id", "created", "customer"],
    );
    check(
        "Deal - Title,Deal - Value,Deal - Expected close date,Deal - Deal closed on,Deal - Deal created",
        System::Pipedrive,
        Kind::Deals,
        &["name", "amount", "closes", "closed_on", "created"],
    );
    check(
        "Opportunity Number,Supplies Group,Region,Route To Market,Opportunity Result,Opportunity Amount USD",
        System::Generic,
        Kind::Deals,
        &["id", "", "", "", "status", "amount"],
    );
    check(
        "Id,Name,Amount / Amount,Amount / Currency,Close date,Stage,Company / Name,Owner / Name",
        System::Generic,
        Kind::Deals,
        &["id", "name", "amount", "currency", "closes", "stage", "customer", "owner"],
    );
    check(
        "销售机会名称,客户名称,销售机会所有人,当前阶段,销售金额,预计成交日期,实际成交日期",
        System::Generic,
        Kind::Deals,
        &["name", "customer", "owner", "stage", "amount", "closes", "closed_on"],
    );
}

#[test]
fn a_system_is_known_without_its_keys() {
    let deals = Some(Kind::Deals);
    assert_eq!(recognised("Deal Name,Deal Owner,Stage,Amount,Closing Date"), (System::Zoho, deals));
    assert_eq!(
        recognised("Deal Name,Deal Owner,Company Name,Sub-Pipeline,Stage,Closing Date"),
        (System::Bigin, deals)
    );
    assert_eq!(
        recognised("Record ID - Deal,Deal Name,Deal Stage,Close Date,Deal owner"),
        (System::HubSpot, deals)
    );
}

// The header of HubSpot's contacts as in `../shared/IMPORT-FORMATS.md`, with its lead status.
#[test]
fn contacts_of_hubspot_with_a_lead_status_are_hubspots() {
    let header = "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Associated Company";
    assert_eq!(recognised(header), (System::HubSpot, Some(Kind::Leads)));
}

#[test]
fn a_table_of_nothing_known_is_left_to_the_person() {
    assert_eq!(recognised("x,y,z"), (System::Generic, None));
}

#[test]
fn contacts_of_atomic_crm_become_leads() {
    for name in ["contacts.csv", "contacts_export.csv"] {
        let file = bytes(&format!("csv_suites/atomic_crm/{name}"));
        let session = planned(&Workspace::default(), &[(name, &file)]);
        let report = &session.report().expect("a report").files[0];
        assert_eq!((report.kind, report.rejected.len()), (Some(Kind::Leads), 0), "{name}");
        assert!(0 < report.rows && report.created == report.rows, "{report:?}");
    }
}
