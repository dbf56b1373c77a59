using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Access;

/// <summary>What sets or clears a cookie, and therefore cannot be done over a circuit.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this WebApplication app)
    {
        app.MapPost(Links.SignOut, SignOutAsync).ExcludeFromDescription();

        app.MapGet(Links.SetLanguage, SetLanguage).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(Links.SetTheme, SetTheme).AllowAnonymous().ExcludeFromDescription();

        if (app.Environment.IsDevelopment())
            app.MapPost(Links.DemoSignIn, SignInAsDemoAsync).AllowAnonymous().ExcludeFromDescription();
    }

    // Only with the token of the form: the form of another site, or of a page from before signing in again, leads to the worklist and no further.
    // Out everywhere: a copy of the cookie stops working and the pages in other tabs are taken down, because both carry the stamp of before.
    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, UserManager<PortalUser> users, SignInManager<PortalUser> signIn)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.LocalRedirect(Links.Worklist);
        if (await users.GetUserAsync(context.User) is { } user) await users.UpdateSecurityStampAsync(user);
        await signIn.SignOutAsync();
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Results.LocalRedirect(Links.SignIn);
    }

    private static async Task<IResult> SignInAsDemoAsync([FromForm] string email, [FromForm] string? returnUrl, UserManager<PortalUser> users, SignInManager<PortalUser> signIn)
    {
        if (await users.FindByEmailAsync(email) is not { IsDemo: true, Disabled: false } user) return Results.LocalRedirect(Links.SignIn);
        await signIn.SignInAsync(user, isPersistent: false);
        return Results.LocalRedirect(Local(returnUrl));
    }

    private static IResult SetLanguage(string to, string? back, HttpContext context)
    {
        var culture = to is "en" ? "en-GB" : "nl-NL";
        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            Remembered(context));
        return Results.LocalRedirect(Local(back));
    }

    private static IResult SetTheme(string to, string? back, HttpContext context)
    {
        context.Response.Cookies.Append(Colours.Cookie, Colours.Parse(to), Remembered(context));
        return Results.LocalRedirect(Local(back));
    }

    private static CookieOptions Remembered(HttpContext context) =>
        new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true, HttpOnly = true, Secure = context.Request.IsHttps };

    /// <summary>Only an address of this portal; anything else leads home, so that a link cannot send a person elsewhere.</summary>
    public static string Local(string? address) =>
        address is ['/', not ('/' or '\\'), ..] or "/" && !address.Any(char.IsControl) ? Escaped(address) : Links.Worklist;

    // A header holds nothing but ASCII.
    private static string Escaped(string address) =>
        string.Concat(address.EnumerateRunes().Select(letter => letter.IsAscii ? letter.ToString() : Uri.EscapeDataString(letter.ToString())));
}
