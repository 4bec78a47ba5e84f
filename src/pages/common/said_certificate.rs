//! How a figure was computed of what people said in a round, in a sheet.

use leptos::prelude::*;

use crate::domain::id::PersonId;
use crate::domain::round::Promise;
use crate::domain::workspace::Table;
use crate::present::rounds::SaidPaper;
use crate::present::{format, words};
use crate::runtime::app::use_app;
use crate::runtime::platform::clock;
use crate::runtime::route::Route;
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
    let ids = Signal::derive(move || {
        let paper = paper.read();
        paper.iter().flat_map(|it| &it.people).map(|it| it.person).collect::<Vec<_>>()
    });
    let record = move |person: PersonId| {
        let paper = paper.read();
        let paper = paper.as_ref()?;
        let row = paper.people.iter().find(|it| it.person == person)?.clone();
        let promise = Promise::id_of(paper.round, person);
        let last = app.history(Table::Promises, promise.into()).into_iter().next();
        let changed = last.map(|it| {
            let millis = it.stamp.millis;
            let moment = format::moment(lang.get(), millis, clock::minutes_ahead(millis));
            lang.get().certificate_changed(&moment, &words::label(lang.get(), &it.label))
        });
        Some(CertificateRecord {
            name: row.name,
            detail: row.detail,
            changed: changed.unwrap_or_default(),
            amount: row.amount,
            href: Some(Route::Person(person).href()),
        })
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
                notes=Signal::derive(Vec::new)
                records=Signal::derive(move || {
                    lang.get().round_said_by(&format::count(lang.get(), ids.read().len() as u64))
                })
                ids
                record
            />
        </Sheet>
    }
}
