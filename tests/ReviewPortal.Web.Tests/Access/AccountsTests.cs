using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Tests.Commands;

namespace ReviewPortal.Web.Tests.Access;

/// <summary>Who got which account from whom stands in the audit log, and an account stands there whole or not at all.</summary>
public sealed class AccountsTests
{
    private const string Password = "een lang genoeg wachtwoord";
    private static readonly AccountDraft Iris = new("iris@uni.example", "Iris de Boer", [Role.Reviewer, Role.Examiner], null, "nl");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_account_stands_in_the_audit_log_with_its_roles_and_who_gave_them()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        Assert.True((await CreateAsync(portal, Iris)).Succeeded);
        // The students agreed to messages through the portal before.
        var (row, detail, by) = Assert.Single(await AuditAsync(portal), told => told.Item1.Action is not "delivery.agree");
        Assert.Equal(("account.create", $"account/{(await portal.FindAsync(Iris.Email)).Id}", "Els Brouwer"), (row.Action, row.Subject, by));
        Assert.Equal(["Reviewer", "Examiner"], detail["roles"]!.AsArray().Select(role => role!.GetValue<string>()));
        Assert.Equal(Iris.Email, detail["email"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_account_that_cannot_have_its_roles_is_not_made_at_all()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var before = await portal.DumpAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => CreateAsync(portal, Iris with { Roles = [Role.Reviewer, (Role)99] }));
        Assert.Equal(before, await portal.DumpAsync());
    }

    [Fact]
    public async Task Only_an_administrator_makes_disables_and_resets_and_a_refusal_leaves_nothing()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var before = await portal.DumpAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var (by, account) = (portal.Who("secretaris").Id, portal.Who("reviewer").Id.Value);
        foreach (var result in new[] { await accounts.CreateAsync(by, Iris, Password), await accounts.DisableAsync(by, account, true), await accounts.ResetPasswordAsync(by, account, Password) })
            Assert.Equal("NotAllowed", Assert.Single(result.Errors).Code);
        Assert.Equal(before, await portal.DumpAsync());
    }

    [Fact]
    public async Task A_student_number_belongs_to_one_account_by_the_action_and_by_the_database()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var second = Iris with { Roles = [Role.Student], StudentNumber = ADelivery.StudentNumber };
        Assert.Equal("DuplicateStudentNumber", Assert.Single((await CreateAsync(portal, second)).Errors).Code);
        Assert.Equal("Er is al een account met dit studentnummer.", Sentence(portal, "DuplicateStudentNumber"));
        var past = await Assert.ThrowsAsync<SqliteException>(() => Sql.RunAsync(portal.DatabaseFile, $"UPDATE AspNetUsers SET StudentNumber = '{ADelivery.StudentNumber}' WHERE Email LIKE 'beheer%'"));
        Assert.Contains("UNIQUE", past.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_makes_the_first_administrator_audited_and_no_second_one()
    {
        await using var portal = APortal.InAnEmptyFolder();
        (await PortalProcess.RunAsync(portal.Folder, "administrator", "els@uni.example", "--name", "Els Brouwer")).Succeeded();
        // The students agreed to messages through the portal before.
        var (row, detail, by) = Assert.Single(await AuditAsync(portal), told => told.Item1.Action is not "delivery.agree");
        Assert.Equal(("account.create", "opdrachtregel"), (row.Action, by));
        Assert.Equal(["Administrator"], detail["roles"]!.AsArray().Select(role => role!.GetValue<string>()));

        var before = await portal.DumpAsync();
        var second = await PortalProcess.RunAsync(portal.Folder, "administrator", "another@uni.example", "--name", "Iris de Boer");
        Assert.Equal((1, ""), (second.ExitCode, second.Out));
        Assert.Contains("already is an administrator", second.Error, StringComparison.Ordinal);
        Assert.Equal(before, await portal.DumpAsync());
    }

    /// <summary>Otherwise a portal whose only administrator left would stay shut for ever.</summary>
    [Fact]
    public async Task An_administrator_who_was_disabled_does_not_count()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE AspNetUsers SET Disabled = 1 WHERE Email LIKE 'beheer%'");
        (await PortalProcess.RunAsync(portal.Folder, "administrator", "els@uni.example", "--name", "Els Brouwer")).Succeeded();
        Assert.Contains(Role.Administrator, (await portal.FindAsync("els@uni.example")).Roles);
    }

    private static async Task<IdentityResult> CreateAsync(APortal portal, AccountDraft draft)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Accounts>().CreateAsync(portal.Who("beheer").Id, draft, Password);
    }

    private static string Sentence(APortal portal, string code)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("nl");
        return AccountErrors.Sentence(new IdentityError { Code = code }, portal.Get<Microsoft.Extensions.Localization.IStringLocalizer<AccessTexts>>());
    }

    private static async Task<(AuditRow Row, JsonNode Detail, string By)[]> AuditAsync(APortal portal)
    {
        var rows = await portal.ReadAsync(db => db.AuditRows.Join(db.AuditDetails, row => row.Seq, detail => detail.Seq, (Row, Detail) => new { Row, Detail }).ToListAsync(Ct));
        return [.. rows.Select(pair => (pair.Row, JsonNode.Parse(pair.Detail.Text!)!, pair.Detail.ActorName))];
    }
}
