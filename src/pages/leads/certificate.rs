//! Where the sum of a column comes from, in a sheet beside the board.

use leptos::prelude::*;

use super::column::name;
use super::desk::Desk;
use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::present::board;
use crate::present::format;
use crate::runtime::route::Route;
use crate::ui::{Certificate, CertificateRecord, Sheet};

const SUMMED: &[Table] = &[Table::Leads, Table::Customers, Table::Imports];

/// The certificate of the column that is explained; a lead that is open stands before it.
#[component]
pub(super) fn CertificateSheet(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let open = move || desk.explained.with(Option::is_some) && desk.lead.get().is_none();
    let title = move || {
        desk.explained
            .get()
            .map(|stage| lang.get().leads_sum(&name(desk, stage)))
            .unwrap_or_default()
    };
    view! {
        <Sheet
            open=Signal::derive(open)
            title=title
            on_close=move || desk.explained.set(None)
        >
            <SumCertificate desk />
        </Sheet>
    }
}

#[component]
fn SumCertificate(desk: Desk) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let shown = Memo::new(move |_| {
        let stage = desk.explained.get()?;
        let (board, address) = (desk.board.read(), desk.address.read());
        let column = board.column(stage)?;
        Some(app.peek(|it| board::certificate(it, lang.get(), column, &address.filter)))
    });
    let ids = Memo::new(move |_| {
        let column = desk.explained.get();
        let leads = |stage| desk.board.with(|it| it.column(stage).map(|it| it.leads.clone()));
        column.and_then(leads).unwrap_or_default()
    });
    let record = move |id: LeadId| {
        let row = app.view(SUMMED, |it| board::certificate_row(it, lang.get(), id))?;
        Some(CertificateRecord {
            name: row.title,
            detail: row.source,
            amount: row.amount,
            href: Route::Lead(id, desk.address.get()).href(),
        })
    };
    let records =
        move || lang.get().leads_summed(&format::count(lang.get(), ids.read().len() as u64));
    view! {
        <Certificate
            value=Signal::derive(move || shown.get().unwrap_or_default().value)
            formula=move || lang.get().leads_sum_formula()
            inputs=Signal::derive(move || shown.get().unwrap_or_default().inputs)
            notes=Signal::derive(move || shown.get().unwrap_or_default().notes)
            records=Signal::derive(records)
            ids
            record
        />
    }
}
