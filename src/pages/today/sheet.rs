//! How the headline was computed.

use leptos::prelude::*;

use super::Desk;
use crate::domain::goal::Bearer;
use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::present::goals::certificate::{self, Certificate as Paper, Figure};
use crate::present::today::TABLES;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Certificate, CertificateRecord, Sheet};

/// The certificate of what was won this quarter.
#[component]
pub(super) fn PaceSheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, opened } = desk;
    let paper = Memo::new(move |_| {
        let view = view.read();
        let goals = view.goals.as_ref().filter(|_| opened.get())?;
        app.view(&TABLES, |it| {
            certificate::certificate(it, lang.get(), goals, Bearer::Company, Figure::Won)
        })
    });
    let part = move |read: fn(&Paper) -> &String| {
        Signal::derive(move || paper.read().as_ref().map(read).cloned().unwrap_or_default())
    };
    let inputs = move || paper.read().as_ref().map(|it| it.inputs.clone()).unwrap_or_default();
    let notes = move || paper.read().as_ref().map(|it| it.notes.clone()).unwrap_or_default();
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
            on_close=move || opened.set(false)
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
