//! Where the sum of a column comes from: the formula's inputs, what it leaves out, and every lead
//! in it.

use super::Column;
use crate::domain::apply::lead_heading;
use crate::domain::id::LeadId;
use crate::domain::rates::Rate;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::filter::LeadFilter;
use crate::present::format;
use crate::present::lead::origin;
use crate::present::rates::rate_sides;

/// The birth certificate of a column's sum; its leads are the column's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Certificate {
    /// The exact sums, one a currency.
    pub value: String,
    /// The inputs of the formula by name.
    pub inputs: Vec<(String, String)>,
    /// What it leaves out.
    pub notes: Vec<String>,
}

/// A lead of a certificate.
#[derive(Clone, Debug, PartialEq)]
pub struct CertificateRow {
    /// How the lead is called.
    pub title: String,
    /// Its exact amount; a dash where it has none.
    pub amount: String,
    /// The file and row it came from, or that it was typed in.
    pub source: String,
}

/// The certificate of a column of a board so filtered; an empty sum is zero of the team's
/// currency.
pub fn certificate(
    workspace: &Workspace,
    lang: Lang,
    column: &Column,
    filter: &LeadFilter,
) -> Certificate {
    let counted = |id: &&LeadId| workspace.leads.get(**id).is_some_and(|it| it.amount.is_some());
    let with_amount = column.leads.iter().filter(counted).count();
    let mut sums: Vec<String> = column.sums.iter().map(|sum| format::money(lang, sum)).collect();
    if sums.is_empty() {
        sums.push(format::money(lang, column.sums.of(workspace.settings().currency())));
    }
    let input = |name: &str, n: usize| (name.to_owned(), format::count(lang, n as u64));
    let filtered = (!filter.is_open()).then(|| lang.leads_sum_filtered().to_owned());
    let mut inputs = vec![
        input(lang.leads_with_amount(), with_amount),
        input(lang.leads_without_amount(), column.leads.len() - with_amount),
    ];
    let mut notes: Vec<String> = filtered.into_iter().collect();
    if let Some(converted) = &column.converted {
        inputs.extend(converted.rates.iter().filter_map(|it| rate_input(lang, it)));
        match converted.total {
            Some(total) => {
                inputs.push((lang.rate_total().to_owned(), format::money(lang, total)));
                notes.push(lang.rate_how().to_owned());
            }
            None => notes.push(lang.rate_missing_do(&format::codes(&converted.missing))),
        }
    }
    Certificate { value: sums.join(" + "), inputs, notes }
}

/// A rate with its day, and what it is worth.
fn rate_input(lang: Lang, rate: &Rate) -> Option<(String, String)> {
    let (from, worth) = rate_sides(rate)?;
    Some((lang.rate_of_day(&from, &format::day(lang, rate.day?)), worth))
}

/// One lead of a certificate; `None` where it is not there any more.
pub fn certificate_row(workspace: &Workspace, lang: Lang, id: LeadId) -> Option<CertificateRow> {
    let lead = workspace.leads.get(id)?;
    Some(CertificateRow {
        title: lead_heading(workspace, lead),
        amount: lead.amount.map_or("–".to_owned(), |it| format::money(lang, it)),
        source: origin(workspace, lang, lead),
    })
}
