using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Letters;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>What lies outside every case and yet stands in letters, or moves their terms, is held against the audit log (Awb 2:21, 2:25).</summary>
public sealed class LetterEvidenceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE HouseTexts SET Content = replace(Content, 'Gracht', 'Straat')", DamageKind.HouseTexts)]
    [InlineData("UPDATE HouseTexts SET Faculty = 'Sociale Wetenschappen'", DamageKind.HouseTexts)]
    [InlineData("UPDATE HouseTexts SET Why = 'Zomaar.'", DamageKind.HouseTexts)]
    [InlineData("UPDATE HouseTexts SET InForceAt = InForceAt + 100", DamageKind.HouseTexts)]
    [InlineData("DELETE FROM HouseTexts", DamageKind.HouseTexts)]
    [InlineData("UPDATE Outages SET \"From\" = \"From\" - 36000000000", DamageKind.Outage)]
    [InlineData("UPDATE Outages SET Until = Until + 36000000000", DamageKind.Outage)]
    [InlineData("UPDATE Outages SET What = 'Alles ging.'", DamageKind.Outage)]
    [InlineData("UPDATE Outages SET EnteredAt = EnteredAt + 100", DamageKind.Outage)]
    [InlineData("DELETE FROM Outages", DamageKind.Outage)]
    public async Task What_was_changed_in_the_file_is_named(string damage, DamageKind kind)
    {
        var (portal, _) = await Stages.AtAsync(Stage.CoSigned);
        await using var closing = portal;
        var (desk, by) = (portal.Get<HouseTextsDesk>(), portal.Who("secretaris").Id);
        var before = await portal.Get<Institutions>().OfAsync(HouseTexts.Everybody, Ct);
        Assert.Null(await desk.WriteAsync(HouseTexts.Everybody, before.With(HouseField.AppealsDeskAddress, Language.Dutch, "Nieuwe Gracht 1\n3512 LA Utrecht"), 0, by, Ct));
        Assert.Null(await desk.PutInForceAsync(HouseTexts.Everybody, "Het loket is verhuisd.", 1, by, Ct));
        var began = Core.Calendar.Amsterdam.Wall(portal.Clock.GetUtcNow()).DateTime.AddHours(-2);
        Assert.Null(await portal.Get<Outages>().EnterAsync(new OutageDraft(began, null, "Niets ging."), portal.Who("beheer").Id, Ct));
        var entered = Assert.Single(await portal.Get<Outages>().ListAsync(portal.Who("beheer").Id, Ct));
        Assert.Null(await portal.Get<Outages>().EndAsync(entered.Id, began.AddHours(1), portal.Who("beheer").Id, Ct));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));

        await Sql.RunAsync(portal.DatabaseFile, damage);

        Assert.Equal(kind, Assert.Single(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct))).Kind);
    }

    /// <summary>Texts from before a field came to be are what they were; what is written into them afterwards is seen all the same.</summary>
    [Fact]
    public async Task Texts_of_before_the_address_of_the_executive_board_are_still_the_same()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var (desk, by) = (portal.Get<HouseTextsDesk>(), portal.Who("secretaris").Id);
        Assert.Null(await desk.WriteAsync(HouseTexts.Everybody, await portal.Get<Institutions>().OfAsync(HouseTexts.Everybody, Ct), 0, by, Ct));
        Assert.Null(await desk.PutInForceAsync(HouseTexts.Everybody, "Zoals het was.", 1, by, Ct));
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE HouseTexts SET Content = json_remove(Content, '$.executiveBoardAddress', '$.appealsBoard', '$.appealsBoardAddress')");
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE AuditDetails SET Text = json_remove(Text, '$.content.executiveBoardAddress', '$.content.appealsBoard', '$.content.appealsBoardAddress') WHERE Text LIKE '%executiveBoardAddress%'");
        Assert.DoesNotContain(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)), damage => damage.Kind is DamageKind.HouseTexts);

        await Sql.RunAsync(portal.DatabaseFile, "UPDATE HouseTexts SET Content = json_set(Content, '$.executiveBoardAddress', json('[\"Elders 1\"]'))");
        Assert.Contains(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)), damage => damage.Kind is DamageKind.HouseTexts);
    }
}
