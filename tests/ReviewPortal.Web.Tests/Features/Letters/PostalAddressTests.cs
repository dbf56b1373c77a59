using System.Text.Json;
using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>Awb 3:41: a letter by post is sent to the student's last known address, which it names in the window of its envelope.</summary>
public sealed class PostalAddressTests
{
    private const string Address = " Kapelstraat 118-bis A \n\n3572 CN Utrecht\r\n";
    private const string Kept = "Kapelstraat 118-bis A\n3572 CN Utrecht";

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_by_post_names_where_it_goes_and_so_does_the_next_letter_by_post()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await portal.WithdrawAsync(MessageKind.BoardDecision);
        portal.On(11, 20, 15);
        await ACase.DoneAsync(@case.PublishAsync(channel: SendingChannel.Post, proof: "3SABC123", address: Address));
        Assert.Equal([Kept], await portal.ReadAsync(db => db.Sendings.Select(sending => sending.Address).ToListAsync(Ct)));
        Assert.True((await LastAsync(portal)).Have(Kept));

        await ACase.DoneAsync(portal.On(11, 25).Then(() => @case.CorrectLetterAsync()));
        Assert.Equal([Kept, Kept], await portal.ReadAsync(db => db.Sendings.Select(sending => sending.Address).ToListAsync(Ct)));
        Assert.True((await LastAsync(portal)).Have(Kept));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Sendings SET Address = 'Elders 1'");
        Assert.NotEmpty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>From where the post came back, the next letter does not go by itself.</summary>
    [Fact]
    public async Task An_address_from_which_it_came_back_is_asked_again()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await portal.WithdrawAsync(MessageKind.BoardDecision);
        portal.On(11, 20, 15);
        await ACase.DoneAsync(@case.PublishAsync(channel: SendingChannel.Post, proof: "3SABC123", address: Address));
        await ACase.DoneAsync(@case.DeliveryFailedAsync());
        await ACase.DoneAsync(@case.SendAgainAsync(channel: SendingChannel.HandedOver, proof: "Aan de balie, tegen ontvangst"));
        await ACase.DoneAsync(portal.On(11, 25).Then(() => @case.CorrectLetterAsync()));
        Assert.False((await LastAsync(portal)).Have(Kept));
    }

    [Fact]
    public async Task Through_the_portal_no_address_is_kept_or_printed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PublishAsync(address: Address)));
        Assert.Equal([null], await portal.ReadAsync(db => db.Sendings.Select(sending => sending.Address).ToListAsync(Ct)));
        Assert.False((await LastAsync(portal)).Have("Kapelstraat"));
    }

    [Fact]
    public async Task The_secretary_fills_it_in_where_the_post_is_chosen_and_finds_it_there_the_next_time()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        portal.On(11, 20);
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var page = APage.For(portal, "secretaris"))
        {
            var shown = page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, number));
            Assert.Empty(shown.FindAll("textarea[autocomplete=off]"));
            await shown.FindAll("select").Single(select => select.InnerHtml.Contains("HandedOver", StringComparison.Ordinal)).ChangeAsync(new() { Value = nameof(SendingChannel.Post) });
            Assert.Single(shown.FindAll("textarea[autocomplete=off]"));
        }

        await ACase.DoneAsync(@case.PublishAsync(channel: SendingChannel.Post, proof: "3SABC123", address: Address));
        await ACase.DoneAsync(@case.DeliveryFailedAsync());
        await using var again = APage.For(portal, "secretaris");
        var form = again.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, number));
        Assert.Equal(Kept, form.Find(".step textarea[autocomplete=off]").GetAttribute("value"));
    }

    /// <summary>What was stated in the audit log of a sending before there were addresses can still be made again.</summary>
    [Fact]
    public void A_sending_without_an_address_reads_as_before()
    {
        var letter = new Letter { Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Sha256 = "", PublishedByName = "" };
        var sending = Sending.Of(letter, SendingChannel.Post, "3SABC123", DateTimeOffset.UnixEpoch);
        Assert.DoesNotContain("Address", JsonSerializer.Serialize(sending.To(" \n ")), StringComparison.Ordinal);
        Assert.Contains("Address", JsonSerializer.Serialize(sending.To(Address)), StringComparison.Ordinal);
    }

    private static async Task<PrintedWords> LastAsync(APortal portal)
    {
        var sha256 = await portal.ReadAsync(db => db.Letters.OrderByDescending(letter => letter.PublishedAt).Select(letter => letter.Sha256).FirstAsync(Ct));
        return new(await portal.ReadAsync(db => db.Files.Where(file => file.Sha256 == sha256).Select(file => file.Content).SingleAsync(Ct)));
    }
}
