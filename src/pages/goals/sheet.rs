//! How a figure was computed, beside the table.

use leptos::prelude::*;

use super::Desk;
use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::present::goals::TABLES;
use crate::present::goals::certificate::{self, Certificate as Paper};
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Certificate, CertificateRecord, Sheet};

/// The certificate of the figure that was tapped.
#[component]
pub(super) fn GoalSheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, opened, .. } = desk;
    let paper = Memo::new(move |_| {
        let (bearer, figure) = opened.get()?;
        let view = view.read();
        app.view(&TABLES, |workspace| {
            certificate::certificate(workspace, lang.get(), view.as_ref()?, bearer, figure)
        })
    });
    let part = move |read: fn(&Paper) -> &String| {
        Signal::derive(move || paper.read().as_ref().map(read).cloned().unwrap_or_default())
    };
    let inputs = Signal::derive(move || {
        paper.read().as_ref().map(|it| it.inputs.clone()).unwrap_or_default()
    });
    let notes = Signal::derive(move || {
        paper.read().as_ref().map(|it| it.notes.clone()).unwrap_or_default()
    });
    let ids = Signal::derive(move || {
        paper.read().as_ref().map(|it| it.leads.clone()).unwrap_or_default()
    });
    let record = move |id: LeadId| {
        let tables = [Table::Leads, Table::Customers, Table::Imports];
        let line = app.view(&tables, |it| certificate::line(it, lang.get(), id))?;
        let href = Route::Lead(id, BoardAddress::default()).href();
        let detail = [line.day, line.source].join(" · ");
        Some(CertificateRecord { name: line.name, detail, amount: line.amount, href })
    };
    view! {
        <Sheet
            open=Signal::derive(move || paper.read().is_some())
            title=part(|it| &it.title)
            on_close=move || opened.set(None)
        >
            <Certificate
                value=part(|it| &it.value)
                formula=part(|it| &it.formula)
                inputs
                notes
                records=Signal::derive(move || lang.get().certificate_leads(ids.read().len()))
                ids
                record
            />
        </Sheet>
    }
}
