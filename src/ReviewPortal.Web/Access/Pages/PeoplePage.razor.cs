using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Access.Pages;

/// <summary>The accounts: an administrator makes them, disables them, and hands out first passwords.</summary>
public sealed partial class PeoplePage(IServiceScopeFactory scopes, Me me)
{
    private readonly HashSet<Role> _roles = [];
    private ImmutableArray<AccountLine> _people = [];
    private ImmutableArray<string> _failures = [];
    private string _words = "";
    private string _name = "";
    private string _email = "";
    private string _studentNumber = "";
    private string _language = "nl";
    private Made? _made;

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() => WithAccountsAsync(async accounts => _people = await accounts.ListAsync(_words, CancellationToken.None));

    private void Choose(Role role, bool on)
    {
        if (on) _roles.Add(role);
        else _roles.Remove(role);
    }

    private Task CreateAsync() => WithAccountsAsync(async accounts =>
    {
        var password = Accounts.FirstPassword();
        var student = _roles.Contains(Role.Student) && !Inked.IsEmpty(_studentNumber) ? _studentNumber.Trim() : null;
        var result = await accounts.CreateAsync(await me.IdAsync(), new AccountDraft(_email.Trim(), _name.Trim(), [.. _roles.Order()], student, _language), password);
        if (Show(result)) (_made, _name, _email, _studentNumber) = (new(null, _email, password), "", "", "");
    });

    private Task ToggleAsync(AccountLine person) => WithAccountsAsync(async accounts => Show(await accounts.DisableAsync(await me.IdAsync(), person.Id, !person.Disabled)));

    private Task ResetAsync(AccountLine person) => WithAccountsAsync(async accounts =>
    {
        var password = Accounts.FirstPassword();
        if (Show(await accounts.ResetPasswordAsync(await me.IdAsync(), person.Id, password))) _made = new(person.Id, person.Email, password);
    });

    private bool Show(IdentityResult result)
    {
        _failures = [.. result.Errors.Select(error => AccountErrors.Sentence(error, Texts))];
        return result.Succeeded;
    }

    /// <param name="Account">Null for a new account, whose password stands beside its form.</param>
    private sealed record Made(Guid? Account, string Email, string Password);

    // Identity keeps a database context for as long as its scope; a circuit lives too long for that.
    private async Task WithAccountsAsync(Func<Accounts, Task> work)
    {
        await using (var scope = scopes.CreateAsyncScope()) await work(scope.ServiceProvider.GetRequiredService<Accounts>());
        await using var reading = scopes.CreateAsyncScope();
        _people = await reading.ServiceProvider.GetRequiredService<Accounts>().ListAsync(_words, CancellationToken.None);
    }
}
