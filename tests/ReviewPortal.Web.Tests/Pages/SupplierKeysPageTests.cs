using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Features.Recordings.Keys;
using ReviewPortal.Web.Tests.Http.Api;

namespace ReviewPortal.Web.Tests.Pages;

public sealed class SupplierKeysPageTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_made_shown_once_and_revoked_after_a_question()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var supplier = await ASupplier.SupplierAsync(portal, "ProctorExam");
        await using var page = APage.For(portal, "beheer");
        var keys = page.Render<SupplierKeysPage>();
        keys.WaitForState(() => keys.FindAll("select option").Count > 1);
        await keys.Find("select").ChangeAsync(new() { Value = supplier.ToString() });
        await keys.Find("input[maxlength='100']").InputAsync(new() { Value = "productie" });
        await keys.Find("input[type=date]").ChangeAsync(new() { Value = "2026-12-31" });
        await keys.Find("footer .primary").ClickAsync(new());

        keys.WaitForState(() => keys.FindAll(".made").Count is 1);
        var (shown, kept) = (keys.Find(".made").TextContent, await portal.ReadAsync(db => db.SupplierKeys.SingleAsync(Ct)));
        Assert.Equal(SupplierKey.HashOf(shown), kept.Hash);
        // The last day counts whole, in Amsterdam.
        Assert.Equal((new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero), true), (kept.ExpiresAt!.Value.ToUniversalTime(), kept.Scopes.SequenceEqual([KeyScope.Uploads, KeyScope.Status])));
        Assert.Contains("31 dec 2026", keys.Find("tbody tr").TextContent, StringComparison.Ordinal);
        await keys.Find("footer .primary").ClickAsync(new());
        Assert.DoesNotContain(shown, keys.Markup, StringComparison.Ordinal);

        await keys.Find("tbody button").ClickAsync(new());
        Assert.Null((await portal.ReadAsync(db => db.SupplierKeys.SingleAsync(Ct))).RevokedAt);
        await keys.Find("[role=alertdialog] .primary").ClickAsync(new());
        keys.WaitForState(() => keys.FindAll("tbody button").Count is 0);
        Assert.Equal("Els Brouwer", (await portal.ReadAsync(db => db.SupplierKeys.SingleAsync(Ct))).RevokedByName);
    }
}
