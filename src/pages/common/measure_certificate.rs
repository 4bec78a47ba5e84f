//! How the value of an indicator was computed, in a dialog over the page.

use leptos::prelude::*;

use super::CertificateDialog;
use crate::domain::calendar::Period;
use crate::present::indicators::TABLES;
use crate::present::indicators::certificate::{Asked, certificate};
use crate::runtime::app::use_app;

/// The certificate of the value that is asked for; open while there is one.
#[component]
pub fn MeasureCertificate(
    /// Which value is asked for.
    asked: RwSignal<Option<Asked>>,
    /// In which period.
    period: Memo<Period>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let found = Memo::new(move |_| {
        let (asked, today) = (asked.get()?, app.today().get());
        app.view(&TABLES, |it| certificate(it, lang.get(), &asked, period.get(), today))
    });
    view! {
        <CertificateDialog
            paper=Memo::new(move |_| found.read().as_ref().map(|it| it.0.clone()))
            others=Memo::new(move |_| {
                found.read().as_ref().map(|it| it.1.clone()).unwrap_or_default()
            })
            on_close=move |()| asked.set(None)
        />
    }
}
