//! How a figure of a goal was computed, in a sheet beside the page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::present::goals::certificate::{self, Certificate as Paper};
use crate::runtime::app::{App, use_app};
use crate::runtime::past::{self, Told};
use crate::runtime::platform::after_paint;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Certificate, CertificateRecord, Sheet};

/// What the history tells of leads, read once there are any to be told of.
pub fn last_changes(app: App, leads: Signal<Vec<LeadId>>) -> Memo<Option<Arc<Told>>> {
    let any = Memo::new(move |_| !leads.read().is_empty());
    let read = LocalResource::new(move || {
        app.track(&[Table::Leads]);
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
    /// What a lead adds to the figure, where that is not its whole amount.
    #[prop(optional)]
    amount: Option<Callback<LeadId, Option<String>>>,
    /// Runs when the sheet is to be closed.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let part = move |read: fn(&Paper) -> &String| {
        Signal::derive(move || paper.read().as_ref().map(read).cloned().unwrap_or_default())
    };
    let inputs = move || paper.read().as_ref().map(|it| it.inputs.clone()).unwrap_or_default();
    let notes = move || paper.read().as_ref().map(|it| it.notes.clone()).unwrap_or_default();
    let ids = Signal::derive(move || {
        paper.read().as_ref().map(|it| it.leads.clone()).unwrap_or_default()
    });
    let told = last_changes(app, ids);
    let record = move |id: LeadId| {
        let tables = [Table::Leads, Table::Customers, Table::Imports];
        let line = app.view(&tables, |it| certificate::line(it, lang.get(), id))?;
        let href = Route::Lead(id, BoardAddress::default()).href();
        let detail = [line.day, line.source].join(" · ");
        let changed = told.read().as_ref().map(|it| it.last_change(lang.get(), id));
        let changed = changed.unwrap_or_default();
        let amount = amount.and_then(|it| it.run(id)).unwrap_or(line.amount);
        Some(CertificateRecord { name: line.name, detail, changed, amount, href })
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
                records=Signal::derive(move || lang.get().certificate_leads(ids.read().len()))
                ids
                record
            />
        </Sheet>
    }
}
