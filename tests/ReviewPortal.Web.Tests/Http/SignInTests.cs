using System.Net;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>Signing in with a password, through the form as it stands on the page.</summary>
public sealed class SignInTests
{
    private const string Email = "noor@uni.example";
    private const string Password = "een lang genoeg wachtwoord";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_password_leads_in_and_a_wrong_one_gets_a_sentence()
    {
        await using var portal = await StartedAsync();
        using var visitor = new Visitor(portal);
        using var wrong = await visitor.SignInAsync(Email, "mis");
        Assert.Contains("horen niet bij elkaar", await wrong.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var nothing = await visitor.SignInAsync("", "");
        Assert.Contains("Vul uw e-mailadres en uw wachtwoord in.", await nothing.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var right = await visitor.SignInAsync(Email, Password);
        Assert.Equal((HttpStatusCode.Redirect, new Uri(portal.Address, Links.Worklist)), (right.StatusCode, right.Headers.Location));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, Links.Worklist));
    }

    [Fact]
    public async Task A_password_is_changed_by_who_knows_the_old_one()
    {
        await using var portal = await StartedAsync();
        using var visitor = new Visitor(portal);
        using var _ = await visitor.SignInAsync(Email, Password);
        Assert.Contains("klopt niet", await ChangeAsync(visitor, "mis", "nog een lang wachtwoord"), StringComparison.Ordinal);
        Assert.Contains("is gewijzigd", await ChangeAsync(visitor, Password, "nog een lang wachtwoord"), StringComparison.Ordinal);
        using var later = new Visitor(portal);
        using var __ = await later.SignInAsync(Email, "nog een lang wachtwoord");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(later, Links.Worklist));
    }

    [Theory]
    [InlineData(Links.SignIn, "Vul uw e-mailadres en uw wachtwoord in.", true)]
    [InlineData(Links.SignIn, "Vul uw e-mailadres en uw wachtwoord in.", false)]
    [InlineData(Links.Password, "Het huidige wachtwoord klopt niet.", true)]
    [InlineData(Links.Password, "Het huidige wachtwoord klopt niet.", false)]
    public async Task What_is_missing_in_a_form_is_said_in_the_language_of_the_page(string path, string sentence, bool empty)
    {
        await using var portal = await StartedAsync();
        using var visitor = new Visitor(portal);
        if (path is Links.Password) (await visitor.SignInAsync(Email, Password)).Dispose();
        var form = await visitor.FormAsync(path);

        using var answer = await visitor.PostAsync(path, empty ? form : form.Where(field => !field.Key.StartsWith("Input.", StringComparison.Ordinal)).Append(new("Input.Other", "x")));

        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain("field is required", page, StringComparison.Ordinal);
        Assert.Contains("novalidate", page, StringComparison.Ordinal); // The browser would speak its own language.
    }

    private static async Task<APortal> StartedAsync()
    {
        var portal = await APortal.WithDemoPeopleAsync();
        await portal.AccountAsync(new AccountDraft(Email, "Noor van Dam", [Role.Reviewer], null, "nl"), Password);
        await portal.StartAsync();
        return portal;
    }

    private static async Task<string> ChangeAsync(Visitor visitor, string current, string next)
    {
        var form = await visitor.FormAsync(Links.Password);
        using var answer = await visitor.PostAsync(Links.Password, form.Select(field => field.Key.EndsWith(".Current", StringComparison.Ordinal) ? new(field.Key, current) : field.Key.EndsWith(".New", StringComparison.Ordinal) ? new(field.Key, next) : field));
        return await answer.Content.ReadAsStringAsync(Ct);
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        return answer.StatusCode;
    }
}
