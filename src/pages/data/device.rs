//! Installing on this device, and new versions.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::runtime::app::use_app;
use crate::runtime::platform::install::{self, OFFER_CHANGED, Place};
use crate::runtime::platform::shell;
use crate::ui::{Badge, Button, ButtonKind, Icon, IconView, Tone};

/// How to install here, in the way of this browser.
#[component]
pub fn InstallSection() -> impl IntoView {
    let lang = use_app().lang();
    let place = RwSignal::new(install::place());
    let changed = leptos::ev::Custom::<leptos::ev::Event>::new(OFFER_CHANGED);
    let handle = window_event_listener(changed, move |_| {
        place.try_set(install::place());
    });
    on_cleanup(move || handle.remove());
    let words = move || match place.get() {
        Place::Installed => lang.get().data_installed(),
        Place::IosTab => lang.get().data_install_ios(),
        Place::Offered => lang.get().data_install_offer(),
        Place::Tab => lang.get().data_install_menu(),
    };
    view! {
        <section class="section" data-testid="data-install">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().data_install()}</h2>
                <Show when=move || place.get() == Place::Installed>
                    <Badge label="✓" tone=Tone::Good />
                </Show>
            </div>
            <p class="section__note">{words}</p>
            <Show when=move || place.get() == Place::IosTab>
                <p class="section__note">{move || lang.get().data_install_ios_why()}</p>
            </Show>
            <Show when=move || place.get() == Place::Offered>
                <div class="toolbar">
                    <Button icon=Icon::Plus label=move || lang.get().data_install_now() on_press=|()| install::ask() />
                </div>
            </Show>
        </section>
    }
}

/// Where looking for a new version is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looking {
    Idle,
    Working,
    Over,
}

/// Which version this is, and the next one.
#[component]
pub fn VersionSection() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let looking = RwSignal::new(Looking::Idle);
    let look = move |()| {
        looking.set(Looking::Working);
        spawn_local(async move {
            install::look_for_update().await;
            looking.try_set(Looking::Over);
        });
    };
    let version = move || {
        let build = shell::build();
        let version = lang.get().data_version_is(env!("CARGO_PKG_VERSION"));
        match build.is_empty() {
            true => version,
            false => [version, lang.get().data_build(&build)].join(" · "),
        }
    };
    let said = move || match looking.get() {
        Looking::Idle => "",
        Looking::Working => lang.get().data_looking(),
        Looking::Over => lang.get().data_newest(),
    };
    view! {
        <section class="section" data-testid="data-version">
            <div class="section__head"><h2 class="section__title">{move || lang.get().data_version()}</h2></div>
            <p class="section__note figures">{version}</p>
            <Show
                when=move || app.update_waits().get()
                fallback=move || {
                    view! {
                        <div class="toolbar">
                            <span data-testid="data-look">
                                <Button icon=Icon::Refresh label=move || lang.get().data_look() on_press=look />
                            </span>
                            <span class="section__note" role="status">{said}</span>
                        </div>
                    }
                }
            >
                <div class="notice" data-tone="accent" data-testid="data-update">
                    <IconView icon=Icon::Refresh />
                    <p class="notice__words">{move || lang.get().data_update()}</p>
                    <Button kind=ButtonKind::Primary label=move || lang.get().data_update_now() on_press=|()| shell::update() />
                </div>
            </Show>
        </section>
    }
}
