//! How a figure was computed of what people said in a round, in a sheet.

use leptos::prelude::*;

use super::last_changes;
use crate::domain::id::PromiseId;
use crate::domain::round::Promise;
use crate::domain::workspace::Table;
use crate::present::rounds::{SaidOf, SaidPaper};
use crate::present::{format, words};
use crate::runtime::app::use_app;
use crate::runtime::platform::clock;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Certificate, CertificateRecord, Sheet};

/// The sheet with a certificate; open while there is one.
#[component]
pub fn SaidCertificate(
    /// What is certified.
    paper: Memo<Option<SaidPaper>>,
    /// Runs when the sheet is to be closed.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let part = move |read: fn(&SaidPaper) -> &String| {
        Signal::derive(move || paper.read().as_ref().map(read).cloned().unwrap_or_default())
    };
    let inputs = move || paper.read().as_ref().map(|it| it.inputs.clone()).unwrap_or_default();
    let notes = move || paper.read().as_ref().map(|it| it.notes.clone()).unwrap_or_default();
    let ids = Memo::new(move |_| {
        let paper = paper.read();
        paper.iter().flat_map(|it| &it.rows).map(|it| it.of).collect::<Vec<_>>()
    });
    let is_lead = |it: &SaidOf| matches!(it, SaidOf::Lead(_));
    let told = last_changes(app, Memo::new(move |_| ids.read().iter().any(is_lead)));
    let said_last = move |promise: PromiseId| {
        let last = app.history(Table::Promises, promise.into()).into_iter().next()?;
        let millis = last.stamp.millis;
        let moment = format::moment(lang.get(), millis, clock::minutes_ahead(millis));
        Some(lang.get().certificate_changed(&moment, &words::label(lang.get(), &last.label)))
    };
    let record = move |of: SaidOf| {
        let row = paper.read().as_ref()?.rows.iter().find(|it| it.of == of)?.clone();
        let (changed, page) = match of {
            SaidOf::Promise(round, person) => {
                (said_last(Promise::id_of(round, person)), Route::Person(person))
            }
            SaidOf::Lead(id) => {
                let told = told.read();
                let changed = told.as_ref().map(|it| it.last_change(lang.get(), id.into()));
                (changed, Route::Lead(id, BoardAddress::default()))
            }
        };
        Some(CertificateRecord {
            name: row.name,
            detail: row.detail,
            changed: changed.unwrap_or_default(),
            amount: row.amount,
            how: String::new(),
            href: Some(page.href()),
        })
    };
    let records = move || {
        let (lang, ids) = (lang.get(), ids.read());
        let leads = ids.iter().filter(|it| is_lead(it)).count();
        match ids.len() - leads {
            0 => lang.certificate_leads(leads),
            n if leads == 0 => lang.round_said_by(&format::count(lang, n as u64)),
            _ => lang.certificate_records(ids.len()),
        }
    };
    view! {
        <Sheet
            open=Signal::derive(move || paper.read().is_some())
            title=part(|it| &it.title)
            on_close=move || on_close.run(())
        >
            <Certificate
                value=part(|it| &it.value)
                formula=part(|it| &it.formula)
                inputs=Signal::derive(inputs)
                notes=Signal::derive(notes)
                records=Signal::derive(records)
                ids
                record
            />
        </Sheet>
    }
}
