//! What is asked of other departments, with how far it is.

use crate::domain::apply::lead_heading;
use crate::domain::calendar::Day;
use crate::domain::id::{CustomerId, LeadId, RequestId};
use crate::domain::lead::Lead;
use crate::domain::meeting::{Office, Request, RequestState, requests};
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::format;
use crate::present::name_order::NameOrder;

/// The tables that requests are read from.
pub const REQUEST_TABLES: [Table; 6] = [
    Table::Requests,
    Table::People,
    Table::Leads,
    Table::Customers,
    Table::Stages,
    Table::Products,
];

/// Something that is asked, in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestRow {
    /// Which.
    pub id: RequestId,
    /// What is asked.
    pub text: String,
    /// Of whom, by whom, for what, and for when it was promised.
    pub note: String,
    /// How far it is.
    pub state: RequestState,
}

/// Everything that is asked of an office, or of all: the late first, what is done last.
pub fn request_rows(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    office: Option<Office>,
) -> Vec<RequestRow> {
    let wanted = |it: &Request| office.is_none() || it.office == office;
    let all = requests(workspace, today).into_iter().filter(|(_, it)| wanted(it));
    all.map(|(id, it)| row(workspace, lang, today, id, it)).collect()
}

/// What is late or without a promise, for a meeting.
pub fn pressing(workspace: &Workspace, lang: Lang, today: Day) -> Vec<RequestRow> {
    let mut rows = request_rows(workspace, lang, today, None);
    rows.retain(|it| matches!(it.state, RequestState::Late | RequestState::Open));
    rows
}

fn row(workspace: &Workspace, lang: Lang, today: Day, id: RequestId, it: &Request) -> RequestRow {
    let state = it.state(today);
    let day = |it: Day| format::day_near(lang, it, today);
    let contact = Some(it.contact.clone()).filter(|it| !it.is_empty());
    let by = workspace.people.find(it.by).map(|it| lang.request_by(&it.name));
    let customer = workspace.customers.find(it.customer).map(|it| it.name.clone());
    let lead = workspace.leads.find(it.lead).map(|it| lead_heading(workspace, it));
    let when = match (state, it.promised, it.done, it.asked) {
        (RequestState::Done, _, Some(done), _) => Some(lang.request_done_on(&day(done))),
        (RequestState::Late, Some(promised), ..) => {
            let days = today.days_since(promised).unsigned_abs();
            Some(lang.request_late(&day(promised), &format::count(lang, days)))
        }
        (_, Some(promised), ..) => Some(lang.request_promised_for(&day(promised))),
        (_, None, _, Some(asked)) => Some(lang.request_asked(&day(asked))),
        _ => None,
    };
    let office = it.office.map(|it| lang.office(it).to_owned());
    let parts = [office, contact, lead.or(customer), by, when];
    RequestRow {
        id,
        text: it.text.clone(),
        note: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        state,
    }
}

/// Open leads that something can be asked for, by name.
pub fn lead_choices(workspace: &Workspace) -> Vec<(LeadId, String)> {
    let is_open = |(_, it): &(LeadId, &Lead)| it.outcome(workspace) == Outcome::Open;
    let leads = workspace.leads.iter().filter(is_open);
    let mut leads: Vec<_> = leads.map(|(id, it)| (id, lead_heading(workspace, it))).collect();
    crate::domain::arrange::by_cached_key(&mut leads, |it| NameOrder::of(&it.1));
    leads
}

/// Customers that something can be asked for without a deal, by name.
pub fn customer_choices(workspace: &Workspace) -> Vec<(CustomerId, String)> {
    let all = workspace.customers.iter().map(|(id, it)| (id, it.name.clone()));
    let mut all: Vec<_> = all.collect();
    crate::domain::arrange::by_cached_key(&mut all, |it| NameOrder::of(&it.1));
    all
}

/// What is still asked for a customer or a lead.
pub fn asked_for(
    workspace: &Workspace,
    lang: Lang,
    customer: Option<CustomerId>,
    lead: Option<LeadId>,
) -> Vec<String> {
    let of = |it: &&Request| {
        let own_lead = it.lead.is_some() && it.lead == lead;
        it.done.is_none() && (own_lead || it.customer.is_some() && it.customer == customer)
    };
    let words = |it: &Request| {
        let office = it.office.map(|it| lang.office(it)).unwrap_or_default();
        lang.contact_waits(office, &it.text)
    };
    workspace.requests.values().filter(of).map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::for_tests::*;

    fn workspace() -> Workspace {
        let mut workspace = team();
        lead(&mut workspace, 1, Some(ANN), OPEN, 100, "");
        let asked = Request {
            office: Some(Office::Marketing),
            text: "Leaflet".to_owned(),
            by: Some(ANN),
            lead: Some(LeadId::drawn(1)),
            asked: Some(day("2026-11-20")),
            ..Request::default()
        };
        let late = Request { promised: Some(day("2026-11-27")), ..asked.clone() };
        let done = Request { done: Some(day("2026-11-28")), ..late.clone() };
        for (id, request) in [(1, done), (2, asked), (3, late)] {
            put(&mut workspace, RequestId::drawn(id), &request);
        }
        workspace
    }

    #[test]
    fn the_late_come_first_and_say_since_when() {
        let rows = request_rows(&workspace(), Lang::En, day("2026-11-29"), None);
        let said: Vec<(u64, &str)> = rows.iter().map(|it| (it.id.0.0, &*it.note)).collect();
        let expect = [
            (3, "Marketing · Lead 1 · asked by Ann · promised for 27 Nov, 2 days late"),
            (2, "Marketing · Lead 1 · asked by Ann · asked on 20 Nov"),
            (1, "Marketing · Lead 1 · asked by Ann · done on 28 Nov"),
        ];
        assert_eq!(said, expect);
        assert_eq!(pressing(&workspace(), Lang::En, day("2026-11-29")).len(), 2);
        let other = Some(Office::Partners);
        assert_eq!(request_rows(&workspace(), Lang::En, day("2026-11-29"), other), []);
    }

    #[test]
    fn a_lead_knows_what_it_waits_for() {
        let waits = asked_for(&workspace(), Lang::En, None, Some(LeadId::drawn(1)));
        assert_eq!(waits, ["waits for Marketing: Leaflet", "waits for Marketing: Leaflet"]);
        assert_eq!(asked_for(&workspace(), Lang::En, None, None), Vec::<String>::new());
    }
}
