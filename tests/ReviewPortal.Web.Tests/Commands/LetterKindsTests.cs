namespace ReviewPortal.Web.Tests.Commands;

/// <summary>letter --kind: every letter of a case as a file, in the language it went out in and in the other.</summary>
public sealed class LetterKindsTests
{
    [Theory]
    [InlineData("chance", "nl", "U krijgt geen extra kans", "maandag 4 januari 2027")]
    [InlineData("chance", "en", "You are not given an extra chance", "Monday 4 January 2027")]
    [InlineData("invitation", "en", "How to give your view", "Article 4.3a(1)")]
    [InlineData("notice", "nl", "Een proces-verbaal over uw toets", "Het is geen oordeel")]
    [InlineData("decision", "nl", "u kunt een extra kans aanvragen", "beroep")]
    public async Task Every_letter_of_a_case_can_be_written_in_both_languages(string kind, string language, string subject, string says)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceRequested);
        await using var closing = portal;
        await ACase.DoneAsync(@case.RefuseRetakeAsync());
        var file = Path.Combine(portal.Folder.FullName, "letter.pdf");

        (await PortalProcess.HereAsync(portal.Folder, "letter", "2026-0001", "--kind", kind, "--language", language, "--output", file)).Succeeded();

        Assert.Equal(0, Tool.Run("qpdf", "--check", file).ExitCode);
        Assert.Matches(@"Tagged:\s+yes", Tool.Run("pdfinfo", file).Out);
        var text = string.Join(' ', Tool.Run("pdftotext", "-layout", file, "-").Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(subject, text, StringComparison.Ordinal);
        Assert.Contains(says, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_published_bytes_are_written_in_their_own_language_and_a_translation_says_that_it_is_one()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationProposed);
        await using var closing = portal;
        await ACase.DoneAsync(@case.DecideTerminationAsync());
        var sha = await Sql.AskAsync(portal.DatabaseFile, "SELECT Sha256 FROM Letters WHERE Kind = 'EnrolmentTerminated'");
        var (dutch, english) = (Path.Combine(portal.Folder.FullName, "nl.pdf"), Path.Combine(portal.Folder.FullName, "en.pdf"));

        (await PortalProcess.HereAsync(portal.Folder, "letter", "2026-0001", "--kind", "enrolment", "--output", dutch)).Succeeded();
        (await PortalProcess.HereAsync(portal.Folder, "letter", "2026-0001", "--kind", "enrolment", "--language", "en", "--output", english)).Succeeded();

        Assert.Equal(sha, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(dutch, TestContext.Current.CancellationToken))));
        Assert.Contains("The letter itself is the one in Dutch", Tool.Run("pdftotext", english, "-").Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("closing")]
    [InlineData("chance")]
    [InlineData("retake")]
    [InlineData("enrolment")]
    public async Task A_letter_that_was_never_sent_is_refused_with_a_sentence(string kind)
    {
        var (portal, _) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var closing = portal;
        var file = Path.Combine(portal.Folder.FullName, "letter.pdf");
        var refused = await PortalProcess.HereAsync(portal.Folder, "letter", "2026-0001", "--kind", kind, "--output", file);
        Assert.Equal((1, "", false), (refused.ExitCode, refused.Out, File.Exists(file)));
        Assert.Contains("No letter of this kind", refused.Error, StringComparison.Ordinal);
    }
}
