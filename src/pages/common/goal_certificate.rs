//! How a figure was computed, in a sheet beside the page or in a dialog over it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::behind::Behind;
use crate::domain::workspace::Table;
use crate::present::behind::{self, BehindLine};
use crate::present::goals::certificate::Certificate as Paper;
use crate::runtime::app::{App, use_app};
use crate::runtime::past::{self, Told};
use crate::runtime::platform::after_paint;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Certificate, CertificateRecord, Dialog, Sheet};

/// The tables that records behind figures lie in, with what is said of them.
const TABLES: [Table; 6] = [
    Table::Leads,
    Table::Customers,
    Table::Imports,
    Table::Activities,
    Table::People,
    Table::DeliveryTasks,
];

/// What the history tells of records, read once there are any to be told of.
pub fn last_changes(app: App, any: Memo<bool>) -> Memo<Option<Arc<Told>>> {
    let read = LocalResource::new(move || {
        app.track(&[Table::Leads, Table::Activities, Table::DeliveryTasks]);
        let any = any.get();
        async move {
            after_paint().await;
            if any { Some(past::read_told(app).await) } else { None }
        }
    });
    Memo::new(move |_| read.get().flatten())
}

/// The sheet with a certificate; open while there is one.
#[component]
pub fn GoalCertificate(
    /// What is certified.
    paper: Memo<Option<Paper>>,
    /// What a record adds to the figure, where that is not its whole amount.
    #[prop(optional)]
    amount: Option<Callback<Behind, Option<String>>>,
    /// How that is reckoned, where it is told.
    #[prop(optional)]
    how: Option<Callback<Behind, Option<String>>>,
    /// Runs when the sheet is to be closed.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let others = Memo::new(|_| Vec::new());
    view! {
        <Sheet
            open=Signal::derive(move || paper.read().is_some())
            title=part(paper, |it| &it.title)
            on_close=move || on_close.run(())
        >
            <Body paper others amount how />
        </Sheet>
    }
}

/// The same over a page that has no place for a sheet, or has one open.
#[component]
pub fn CertificateDialog(
    /// What is certified.
    paper: Memo<Option<Paper>>,
    /// The records behind it that are no leads.
    others: Memo<Vec<Behind>>,
    /// What a record adds to the figure, where that is not its whole amount.
    #[prop(optional)]
    amount: Option<Callback<Behind, Option<String>>>,
    /// Runs when the dialog is to be closed.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    view! {
        <Dialog
            open=Signal::derive(move || paper.read().is_some())
            title=part(paper, |it| &it.title)
            on_close=move || on_close.run(())
        >
            <Body paper others amount how=None />
        </Dialog>
    }
}

/// The same, of what is found together with the records that are no leads.
#[component]
pub fn FoundCertificate(
    /// What is certified, and those records.
    found: Memo<Option<(Paper, Vec<Behind>)>>,
    /// Runs when the dialog is to be closed.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let paper = Memo::new(move |_| found.read().as_ref().map(|it| it.0.clone()));
    let others =
        Memo::new(move |_| found.read().as_ref().map(|it| it.1.clone()).unwrap_or_default());
    view! { <CertificateDialog paper others on_close /> }
}

fn part(paper: Memo<Option<Paper>>, read: fn(&Paper) -> &String) -> Signal<String> {
    Signal::derive(move || paper.read().as_ref().map(read).cloned().unwrap_or_default())
}

#[component]
fn Body(
    paper: Memo<Option<Paper>>,
    others: Memo<Vec<Behind>>,
    amount: Option<Callback<Behind, Option<String>>>,
    how: Option<Callback<Behind, Option<String>>>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let inputs = move || paper.read().as_ref().map(|it| it.inputs.clone()).unwrap_or_default();
    let notes = move || paper.read().as_ref().map(|it| it.notes.clone()).unwrap_or_default();
    let leads = move || paper.read().as_ref().map(|it| it.leads.clone()).unwrap_or_default();
    let ids = Memo::new(move |_| {
        leads().into_iter().map(Behind::from).chain(others.get()).collect::<Vec<_>>()
    });
    let told = last_changes(app, Memo::new(move |_| !ids.read().is_empty()));
    let record = move |id: Behind| {
        let line = app.view(&TABLES, |it| behind::line(it, lang.get(), id))?;
        let page = match id {
            Behind::Task(id) => Some(Route::Delivery(Some(id))),
            Behind::Lead(_) | Behind::Activity(_) => {
                line.lead.map(|it| Route::Lead(it, BoardAddress::default()))
            }
        };
        let href = page.map(|it| it.href());
        let changed = told.read().as_ref().map(|it| it.last_change(lang.get(), id));
        let changed = changed.unwrap_or_default();
        let amount = amount.and_then(|it| it.run(id)).unwrap_or_else(|| line.amount.clone());
        let how = how.and_then(|it| it.run(id)).unwrap_or_default();
        let BehindLine { name, detail, .. } = line;
        Some(CertificateRecord { name, detail, changed, amount, how, href })
    };
    let records = move || {
        let (lang, ids) = (lang.get(), ids.read());
        match ids.iter().all(|it| matches!(it, Behind::Lead(_))) {
            true => lang.certificate_leads(ids.len()),
            false => lang.certificate_records(ids.len()),
        }
    };
    view! {
        <Certificate
            value=part(paper, |it| &it.value)
            formula=part(paper, |it| &it.formula)
            inputs=Signal::derive(inputs)
            notes=Signal::derive(notes)
            records=Signal::derive(records)
            ids
            record
            reckoned=how.is_some()
        />
    }
}
