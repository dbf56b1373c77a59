using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Access;

internal static class AccessServices
{
    private const int SignInsPerMinute = 20;

    /// <summary>Accounts, cookies and the rule that nothing is open to strangers.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, DataFolder data, IHostEnvironment environment)
    {
        // The demo is opened over plain HTTP on one's own machine; everywhere else a session travels over TLS or not at all.
        var demo = environment.IsDevelopment();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(data.Keys)).SetApplicationName("ReviewPortal");
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = Links.SignIn;
            cookie.LogoutPath = Links.SignOut;
            cookie.AccessDeniedPath = "/no-access";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            cookie.Cookie.Name = demo ? "portal.session" : "__Host-portal.session";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = demo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.Events.OnSigningIn = static context =>
            {
                Claims.BeginSession(context.Principal!);
                return Task.CompletedTask;
            };
            cookie.Events.OnValidatePrincipal = static context => StampIsDue(context) ? SecurityStampValidator.ValidatePrincipalAsync(context) : Task.CompletedTask;
        });
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromSeconds(5);
            options.OnRefreshingPrincipal = static context =>
            {
                Claims.KeepSession(context.CurrentPrincipal!, context.NewPrincipal!);
                return Task.CompletedTask;
            };
        });
        services.AddIdentityCore<PortalUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireDigit = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<PortalDb>()
            .AddSignInManager<PortalSignIn>()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddDefaultTokenProviders();

        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()).AddRolePages();
        services.AddScoped<AuthenticationStateProvider, Revalidation>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<Me>();
        services.AddSingleton<CaseDoor>();
        services.AddSingleton<Openings>();
        services.AddSingleton<OpenRecordings>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<PlayPermits>();
        services.AddSingleton<DamagedAnswer>();
        services.AddSingleton<LetterCheck>();
        services.AddScoped<Accounts>();
        services.AddSingleton<SigningProofs>();
        services.AddScoped<StepUp>();
        services.AddRateLimiter(limiter =>
        {
            limiter.OnRejected = async (rejected, ct) =>
            {
                rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                rejected.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
                var texts = rejected.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<AccessTexts>>();
                await rejected.HttpContext.Response.WriteAsync(texts["SignIn.TooMany"], ct);
            };
            limiter.AddPolicy<Core.Cases.PersonId, RangeLimit>(RangeLimit.Name);
            limiter.AddPolicy<IPAddress, VerifyLimit>(VerifyLimit.Name);
            // Trying passwords is limited; looking at the page is not.
            limiter.AddPolicy(SignInLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress,
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = SignInsPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter<IPAddress?>(null));
        });
        return services;
    }

    public const string SignInLimit = "sign-in";

    // Asked before the validator is, which asks the same: it brings a database and all of Identity along, at every stretch of a recording.
    private static bool StampIsDue(CookieValidatePrincipalContext context)
    {
        var options = context.HttpContext.RequestServices.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value;
        return context.Properties.IssuedUtc is not { } issued || (options.TimeProvider ?? TimeProvider.System).GetUtcNow() - issued > options.ValidationInterval;
    }
}
