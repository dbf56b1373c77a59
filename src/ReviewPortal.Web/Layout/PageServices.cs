using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Radzen;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Layout;

internal static class PageServices
{
    private static readonly CultureInfo[] Cultures = [CultureInfo.GetCultureInfo("nl-NL"), CultureInfo.GetCultureInfo("en-GB")];

    // Pages load only what this portal serves; styles may stand in elements, because the component library sets them there.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; media-src 'self' blob:; "
        + "connect-src 'self'; frame-src 'self'; object-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuit => circuit.DetailedErrors = false)
            // A message carries a whole field: the longest one allowed, twice, in a script of three bytes a letter.
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = 512 * 1024);
        services.AddRadzenComponents();
        services.AddLocalization();
        services.AddOpenApi();
        services.AddProblemDetails();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Cultures[0]);
            options.SupportedCultures = Cultures;
            options.SupportedUICultures = Cultures;
            // What a person chose here, or else the language the university writes to them in; a browser that asks for English still opens in Dutch first (Awb 2:6).
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new CustomRequestCultureProvider(static context => Task.FromResult(OfAccount(context.User)))];
        });
        return services;
    }

    private static ProviderCultureResult? OfAccount(ClaimsPrincipal user) =>
        user.FindFirstValue(Claims.Language) is { } tag && Languages.Parse(tag) is { } language ? new(language.Culture().Name) : null;

    public static void UsePortalPipeline(this WebApplication app)
    {
        app.UseForwardedHeaders(); // First: everything after it asks who the visitor is and whether the way there was encrypted.
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(Links.Failure, createScopeForErrors: true);
            app.UseHsts();
        }

        app.Use(static (context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return next(context);
        });
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAuthentication();
        app.UseRequestLocalization(); // After it: the account has a language.
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapOpenApi().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
