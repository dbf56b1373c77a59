using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Access.Pages;

/// <summary>Signing in. Static, because a circuit cannot set a cookie.</summary>
[EnableRateLimiting(AccessServices.SignInLimit)]
public sealed partial class SignInPage(SignInManager<PortalUser> signIn, UserManager<PortalUser> users, PortalDbs dbs, NavigationManager navigation, IWebHostEnvironment environment)
{
    private string? _failure;
    private ImmutableArray<DemoAccount> _demo = [];

    [SupplyParameterFromForm(Name = nameof(Input))] // The fields of the form are named after what they are bound to.
    private Fields? Posted { get; set; }

    private Fields Input => Posted ??= new();

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnUrl { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        if (environment.IsDevelopment()) _demo = await DemoAccountsAsync();
    }

    private async Task SignInAsync()
    {
        if (!environment.IsDevelopment() && !Context.Request.IsHttps)
        {
            _failure = Texts["SignIn.NotEncrypted"]; // The cookie would not be kept, and nobody would know why.
            return;
        }

        if (Inked.IsEmpty(Input.Email) || string.IsNullOrEmpty(Input.Password))
        {
            _failure = Texts["SignIn.Empty"];
            return;
        }

        var user = await users.FindByEmailAsync(Input.Email);
        var result = user is null ? SignInResult.Failed : await signIn.PasswordSignInAsync(user, Input.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
            navigation.NavigateTo(AccountEndpoints.Local(ReturnUrl), forceLoad: true);
        else
            _failure = Texts[result.IsLockedOut ? "SignIn.LockedOut" : "SignIn.Failed"];
    }

    private async Task<ImmutableArray<DemoAccount>> DemoAccountsAsync()
    {
        await using var db = await dbs.LookAsync(CancellationToken.None);
        var people = await db.PersonsAsync(user => user.IsDemo, CancellationToken.None);
        var stands = await db.Sittings.Join(db.Cases, sitting => sitting.Id, item => item.Sitting, (sitting, item) => new { sitting.StudentNumber, item.State }).ToListAsync();
        return [.. people
            .OrderBy(person => person.Is(Role.Student)).ThenBy(person => person.Roles.Min()).ThenBy(person => person.StudentNumber, StringComparer.Ordinal)
            .Select(person => new DemoAccount(
                person.Email,
                person.Name,
                person.Roles.Select(role => LifecycleTexts.Of(role, Here.Language))
                    .Concat(stands.Where(stand => stand.StudentNumber == person.StudentNumber).Take(1).Select(stand => LifecycleTexts.Of(stand.State, Here.Language)))
                    .Aggregate((all, next) => $"{all} · {next}")))];
    }

    private sealed record DemoAccount(string Email, string Name, string Role);

    private sealed class Fields
    {
        // A form that lacks a field leaves null here.
        public string? Email { get; set; } = "";

        public string? Password { get; set; } = "";
    }
}
