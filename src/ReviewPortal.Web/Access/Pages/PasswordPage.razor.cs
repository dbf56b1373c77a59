using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using ReviewPortal.Infrastructure.Accounts;

namespace ReviewPortal.Web.Access.Pages;

/// <summary>Somebody changes their own password.</summary>
public sealed partial class PasswordPage(UserManager<PortalUser> users, SignInManager<PortalUser> signIn, AuthenticationStateProvider state)
{
    private ImmutableArray<string> _failures = [];
    private bool _done;

    [SupplyParameterFromForm(Name = nameof(Input))] // The fields of the form are named after what they are bound to.
    private Fields? Posted { get; set; }

    private Fields Input => Posted ??= new();

    private async Task ChangeAsync()
    {
        if (await users.GetUserAsync((await state.GetAuthenticationStateAsync()).User) is not { } user) return;
        var result = await users.ChangePasswordAsync(user, Input.Current ?? "", Input.New ?? "");
        if (result.Succeeded)
        {
            await signIn.RefreshSignInAsync(user);
            _done = true;
        }
        else
        {
            _failures = [.. result.Errors.Select(error => AccountErrors.Sentence(error, Texts))];
        }
    }

    private sealed class Fields
    {
        // A form that lacks a field leaves null here.
        public string? Current { get; set; } = "";

        public string? New { get; set; } = "";
    }
}
