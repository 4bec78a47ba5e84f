//! The data page: where the data is and whether it is safe, backup and restore, this tablet.

mod archive;
mod clashes;
mod device;
mod restore;
mod safety;
mod storage;

use leptos::prelude::*;

use crate::pages::common::BackupSection;
use crate::runtime::app::use_app;
use crate::runtime::route::Route;
use crate::ui::{ButtonLink, Icon};

/// Everything about the data itself.
#[component]
pub fn DataPage() -> impl IntoView {
    view! {
        <div class="content data" data-testid="data">
            <safety::Safety />
            <div class="columns">
                <BackupSection />
                <restore::RestoreSection />
            </div>
            <clashes::ClashSection />
            <div class="columns">
                <ImportSection />
                <storage::StorageSection />
            </div>
            <div class="columns">
                <device::InstallSection />
                <device::VersionSection />
            </div>
        </div>
    }
}

#[component]
fn ImportSection() -> impl IntoView {
    let lang = use_app().lang();
    view! {
        <section class="section">
            <div class="section__head"><h2 class="section__title">{move || lang.get().data_import()}</h2></div>
            <p class="section__note">{move || lang.get().data_import_note()}</p>
            <div class="toolbar" data-testid="data-import">
                <ButtonLink icon=Icon::Import label=move || lang.get().welcome_import() href=Route::Import.href() />
                <ButtonLink icon=Icon::Table label=move || lang.get().compare_open() href=Route::Compare.href() />
            </div>
        </section>
    }
}
