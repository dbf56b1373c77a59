using System.Text;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Committee;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The student chooses files and reads of each what became of it; the board finds them with the view.</summary>
public sealed class AttachmentBoxTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl", "deur.jpg is toegevoegd.", "programma.pdf: dit is geen PDF, PNG, JPEG of platte tekst (UTF-8), of het bestand is beschadigd.", "In deze foto staat waar zij is gemaakt.")]
    [InlineData("en", "deur.jpg has been added.", "programma.pdf: this is not PDF, PNG, JPEG or plain text (UTF-8), or the file is damaged.", "This photo says where it was taken.")]
    public async Task Each_file_is_told_of_and_what_is_refused_is_named(string language, string added, string refused, string place)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await using var page = APage.For(portal, "student", language);
        var shown = page.Render<MyCasePage>(parameters => parameters.Add(own => own.Number, @case.NowAsync().Result.Number.ToString()));
        shown.FindComponent<InputFile>().UploadFiles(
            InputFileContent.CreateFromBinary("MZ\0"u8.ToArray(), "programma.pdf"),
            InputFileContent.CreateFromBinary(Attached.Photo(withPlace: true), "deur.jpg"));
        shown.WaitForAssertion(() => Assert.Equal(2, shown.FindAll(".told").Count), Patience);
        Assert.Equal([refused, added], shown.FindAll(".told").Select(line => line.TextContent[..Math.Min(line.TextContent.Length, line.TextContent.StartsWith("programma", StringComparison.Ordinal) ? refused.Length : added.Length)]));
        Assert.Contains(place, shown.Find(".attached").TextContent, StringComparison.Ordinal);

        // A reload finds it, and it can be taken away before it is sent.
        var again = page.Render<MyCasePage>(parameters => parameters.Add(own => own.Number, @case.NowAsync().Result.Number.ToString()));
        await again.WaitForElement(".attached button", Patience).ClickAsync(new());
        again.WaitForAssertion(() => Assert.Empty(again.FindAll(".attached")), Patience);
        Assert.False(await portal.ReadAsync(db => db.Attachments.AnyAsync(Ct)));
    }

    [Fact]
    public async Task The_board_finds_the_files_with_their_hashes_beside_the_view()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        var added = await Attached.AddAsync(portal, @case, "bericht.txt", Encoding.UTF8.GetBytes("Wij belden aan."));
        await ACase.DoneAsync(@case.GiveViewAsync());
        await using var page = APage.For(portal, "lid1");
        var dossier = page.Render<DossierPage>(parameters => parameters.Add(item => item.Number, @case.NowAsync().Result.Number.ToString()));
        var line = dossier.WaitForElement(".attached li", Patience);
        Assert.Contains(added.Sha256, line.TextContent, StringComparison.Ordinal);
        Assert.Equal(Web.Ui.Links.Attachment((await @case.NowAsync()).Number, added.Id), line.QuerySelector("a")!.GetAttribute("href"));
        Assert.Empty(line.QuerySelectorAll("button"));
    }
}
