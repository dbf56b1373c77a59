using System.Text.Json;
using System.Text.Json.Nodes;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Tests;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("no-such-command")]
    [InlineData("cases", "--no-such-option")]
    [InlineData("letter", "2026-0001")]
    [InlineData("letter", "2026-0001", "--kind", "sanction", "--output", "x.pdf")]
    [InlineData("letter", "2026-0001", "--language", "de", "--output", "x.pdf")]
    [InlineData("import")]
    [InlineData("import", "--as", "word", "folder")]
    [InlineData("lifecycle", "--format", "svg")]
    [InlineData("term", "appeal")]
    [InlineData("term", "appeal", "--published", "20-11-2026")]
    public async Task Wrong_usage_exits_with_2_and_a_sentence_on_the_error_stream(params string[] arguments)
    {
        var wrong = await PortalProcess.RunAsync(null, arguments);
        Assert.Equal((2, ""), (wrong.ExitCode, wrong.Out));
        Assert.NotEmpty(wrong.Error.Trim());
    }

    [Theory]
    [InlineData("2026-11-20", "2027-01-04")]
    [InlineData("2027-03-24", "2027-05-10")]
    public async Task The_term_of_appeal_is_computed_with_every_step_and_its_source(string published, string last)
    {
        var plain = (await PortalProcess.RunAsync(null, "term", "appeal", "--published", published)).Succeeded().Out;
        Assert.Equal(last, plain.Split('\n')[0].Trim());
        Assert.Contains("Awb 6:7", plain, StringComparison.Ordinal);
        Assert.Contains("Algemene termijnenwet art. 3", plain, StringComparison.Ordinal);

        var json = JsonNode.Parse((await PortalProcess.RunAsync(null, "term", "appeal", "--published", published, "--json")).Succeeded().Out)!;
        Assert.Equal(last, json["lastDay"]!.GetValue<string>());
        Assert.Equal("published", json["steps"]![0]!["kind"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_lifecycle_is_printed_as_json_with_every_row_of_the_table()
    {
        var json = JsonNode.Parse((await PortalProcess.RunAsync(null, "lifecycle", "--format", "json")).Succeeded().Out)!;
        var transitions = json["transitions"]!.AsArray();
        Assert.Equal(CaseLifecycle.Table.Length, transitions.Count);
        Assert.Equal(Enum.GetValues<CaseState>().Length, json["states"]!.AsArray().Count);
        var decide = transitions.Single(row => row!["action"]!.GetValue<string>() is "decideIrregularity")!;
        Assert.Equal(("deliberation", "decided"), (decide["from"]!.GetValue<string>(), decide["to"]!.GetValue<string>()));
        Assert.Equal(["boardMember", "chair"], decide["roles"]!.AsArray().Select(role => role!.GetValue<string>()));
        Assert.Contains(decide["requirements"]!.AsArray(), need => need!["requirement"]!.GetValue<string>() is "ground43a" && need["source"]!.GetValue<string>().Contains("4.3a", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_row_in_json_names_its_term_its_document_and_what_it_does_to_the_holds()
    {
        var transitions = JsonNode.Parse((await PortalProcess.RunAsync(null, "lifecycle", "--format", "json")).Succeeded().Out)!["transitions"]!.AsArray();
        var publish = transitions.Single(row => row!["action"]!.GetValue<string>() is "publish")!;
        Assert.Equal((6, "weeks"), (publish["term"]!["length"]!.GetValue<int>(), publish["term"]!["unit"]!.GetValue<string>()));
        Assert.Equal(("decisionLetter", "ends", "holds"), (publish["document"]!.GetValue<string>(), publish["resultHold"]!.GetValue<string>(), publish["retentionHold"]!.GetValue<string>()));
        // A step that stays where it is, restores the day that ran, or names one itself, begins no term.
        string[] begin = ["starts"];
        Assert.All(transitions, row => Assert.True(row!["term"] is null || begin.Contains(row["day"]!.GetValue<string>()), row.ToJsonString()));
        Assert.Equal("restored", transitions.Single(row => row!["action"]!.GetValue<string>() is "settleByWithdrawal")!["day"]!.GetValue<string>());
        Assert.Equal("chosen", transitions.Single(row => row!["action"]!.GetValue<string>() is "inviteView")!["day"]!.GetValue<string>());
        Assert.All(transitions.Where(row => row!["action"]!.GetValue<string>() is "coSign" or "planRetake"), row => Assert.Equal("stays", row!["day"]!.GetValue<string>()));
        var sign = transitions.Single(row => row!["action"]!.GetValue<string>() is "signProcesVerbaal")!;
        Assert.Equal(("procesVerbaal", "begins", "holds"), (sign["document"]!.GetValue<string>(), sign["resultHold"]!.GetValue<string>(), sign["retentionHold"]!.GetValue<string>()));
        Assert.Contains(transitions, row => row!["action"]!.GetValue<string>() is "confirmIrrevocable" && row["retentionHold"]!.GetValue<string>() is "ends" && row["term"] is null);
    }

    [Fact]
    public async Task The_lifecycle_is_printed_as_a_picture_and_as_a_table()
    {
        var mermaid = (await PortalProcess.RunAsync(null, "lifecycle", "--format", "mermaid")).Succeeded().Out;
        Assert.StartsWith("stateDiagram-v2", mermaid, StringComparison.Ordinal);
        Assert.Contains(mermaid.Trim(), await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.All(CaseLifecycle.Table.Where(row => !row.StaysPut), row => Assert.Contains(row.From is null ? $"[*] --> {row.To}" : $"{row.From} --> {row.To}", mermaid, StringComparison.Ordinal));

        var table = (await PortalProcess.RunAsync(null, "lifecycle", "--format", "table")).Succeeded().Out;
        Assert.All(CaseLifecycle.Table, row =>
        {
            Assert.Contains(row.Basis, table, StringComparison.Ordinal);
            Assert.All(row.Needs, need => Assert.Contains(Sources.Of(need), table, StringComparison.Ordinal));
        });
        Assert.Equal((await PortalProcess.RunAsync(null, "lifecycle")).Out, table);
    }

    [Fact]
    public async Task Cases_are_listed_in_the_shape_that_scripts_rely_on()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        await portal.ImportedAsync("C-2", "0412702");

        var json = JsonNode.Parse((await PortalProcess.RunAsync(portal.Folder, "cases", "--json")).Succeeded().Out)!.AsArray();

        Assert.Equal(2, json.Count);
        string[] shape = ["number", "sitting", "exam", "candidate", "state", "outcome", "retake", "outcomeStage"];
        Assert.All(json, line => Assert.Equal(shape, line!.AsObject().Select(field => field.Key)));
        Assert.Equal(
            ("2026-0001", "INFOB1PICA-2026-T1", ADelivery.Candidate, "notified", "irregularity", "planned"),
            (Text(json[0], "number"), Text(json[0], "exam"), Text(json[0], "candidate"), Text(json[0], "state"), Text(json[0], "outcome"), Text(json[0], "retake")));
        Assert.Equal(("imported", null, null), (Text(json[1], "state"), Text(json[1], "outcome"), Text(json[1], "retake")));
        Assert.Equal(("published", null), (Text(json[0], "outcomeStage"), Text(json[1], "outcomeStage")));
        Assert.True(Guid.TryParse(Text(json[0], "sitting"), out var __));
    }

    /// <summary>Awb 3:40: what one member signed is a proposal, and what two signed has no effect before its letter; a list that gives it as the outcome would be read as one.</summary>
    [Theory]
    [InlineData(Stage.Decided, "proposed", "(proposed)")]
    [InlineData(Stage.CoSigned, "signed", "(signed, not published)")]
    public async Task An_outcome_that_was_not_published_is_listed_as_such(Stage stage, string inJson, string inText)
    {
        var (portal, _) = await Stages.AtAsync(stage);
        await using var closing = portal;
        var line = Assert.Single(JsonNode.Parse((await PortalProcess.RunAsync(portal.Folder, "cases", "--json")).Succeeded().Out)!.AsArray());
        Assert.Equal(("irregularity", inJson), (Text(line, "outcome"), Text(line, "outcomeStage")));
        Assert.EndsWith(inText, (await PortalProcess.RunAsync(portal.Folder, "cases")).Succeeded().Out.Trim(), StringComparison.Ordinal);
    }

    /// <summary>Awb 3:41: a decision that was printed and lies to be sent was not made known.</summary>
    [Fact]
    public async Task An_outcome_that_was_only_printed_is_listed_as_such()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var closing = portal;
        await ACase.DoneAsync(@case.PrintAsync());
        Assert.Equal("printed", await StageAsync());
        Assert.EndsWith("(printed, not sent)", (await PortalProcess.RunAsync(portal.Folder, "cases")).Succeeded().Out.Trim(), StringComparison.Ordinal);
        await ACase.DoneAsync(@case.RecordPostingAsync());
        Assert.Equal("published", await StageAsync());

        async Task<string?> StageAsync() => Text(Assert.Single(JsonNode.Parse((await PortalProcess.RunAsync(portal.Folder, "cases", "--json")).Succeeded().Out)!.AsArray()), "outcomeStage");
    }

    [Fact]
    public async Task Sittings_are_listed_with_their_tracks_and_counts()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        await portal.ImportAsync(bundle);

        var line = Assert.Single(JsonNode.Parse((await PortalProcess.RunAsync(portal.Folder, "sittings", "--json")).Succeeded().Out)!.AsArray())!;

        Assert.Equal(["id", "exam", "candidate", "start", "end", "tracks", "signals", "reports"], line.AsObject().Select(field => field.Key));
        Assert.Equal((2, 2, ADelivery.Candidate), (line["signals"]!.GetValue<int>(), line["reports"]!.GetValue<int>(), Text(line, "candidate")));
        Assert.Equal("2026-11-02T09:00:12.25+01:00", Text(line, "start"));
        Assert.All(line["tracks"]!.AsArray(), track => Assert.Equal(["role", "file", "durationSeconds", "sha256"], track!.AsObject().Select(field => field.Key)));
        Assert.Equal([("webcam", "webcam.webm"), ("phone", "phone.mp4"), ("screen", "screen.webm")], line["tracks"]!.AsArray().Select(track => (Text(track, "role"), Text(track, "file"))));
        Assert.Equal(bundle.Manifest["tracks"]![0]!["sha256"]!.GetValue<string>(), Text(line["tracks"]![0], "sha256"), ignoreCase: true);
        Assert.InRange(line["tracks"]![0]!["durationSeconds"]!.GetValue<double>(), 3.5, 4.5);
    }

    [Fact]
    public async Task Import_says_what_it_did_and_refuses_on_the_error_stream_with_1()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        var folder = bundle.AsFolder();

        var taken = (await PortalProcess.RunAsync(portal.Folder, "import", folder)).Succeeded();
        Assert.Contains("taken in as case 2026-0001", taken.Out, StringComparison.Ordinal);
        var again = (await PortalProcess.RunAsync(portal.Folder, "import", folder)).Succeeded();
        Assert.Contains("nothing has changed", again.Out, StringComparison.Ordinal);

        bundle.Manifest["tracks"]![0]!["sha256"] = new string('0', 64);
        bundle.Manifest["candidate"]!["pseudonym"] = "C-2";
        var refused = await PortalProcess.RunAsync(portal.Folder, "import", bundle.AsFolder(), Path.Combine(folder, "nowhere"));
        Assert.Equal((1, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("webcam.webm", refused.Error, StringComparison.Ordinal);
        Assert.Contains("nowhere", refused.Error, StringComparison.Ordinal);

        var sittings = JsonNode.Parse((await PortalProcess.RunAsync(portal.Folder, "sittings", "--json")).Out)!.AsArray();
        Assert.Single(sittings);
    }

    /// <summary>Issue 2: the letter as a file that others' tools accept, in both languages, with the consequence of the right branch.</summary>
    [Theory]
    [InlineData("nl", "4.3a, lid 2", "maandag 4 januari 2027")]
    [InlineData("en", "4.3a, paragraph 2", "Monday 4 January 2027")]
    public async Task A_letter_is_written_as_a_tagged_pdf_that_reads_in_order(string language, string article, string lastDay)
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        var file = Path.Combine(portal.Folder.FullName, "letter.pdf");

        (await PortalProcess.RunAsync(portal.Folder, "letter", "2026-0001", "--language", language, "--output", file)).Succeeded();

        Assert.Equal(0, Tool.Run("qpdf", "--check", file).ExitCode);
        Assert.Matches(@"Tagged:\s+yes", Tool.Run("pdfinfo", file).Out);
        Assert.DoesNotContain(Tool.Run("pdffonts", file).Out.Split('\n').Skip(2).Where(line => line.Length > 0), line => !line.Contains(" yes ", StringComparison.Ordinal));
        var text = string.Join(' ', Tool.Run("pdftotext", "-layout", file, "-").Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(article, text, StringComparison.Ordinal);
        Assert.Contains(lastDay, text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("2026-0001", StringComparison.Ordinal) < text.IndexOf(article, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-0001", "no signed decision")]
    [InlineData("2026-9999", "no case")]
    [InlineData("whatever", "no case")]
    public async Task A_letter_that_cannot_be_written_is_refused_with_a_sentence(string number, string says)
    {
        var (portal, _) = await Stages.AtAsync(Stage.Drafted);
        await using var closing = portal;
        var file = Path.Combine(portal.Folder.FullName, "letter.pdf");
        var refused = await PortalProcess.RunAsync(portal.Folder, "letter", number, "--output", file);
        Assert.Equal((1, "", false), (refused.ExitCode, refused.Out, File.Exists(file)));
        Assert.Contains(says, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_finds_everything_whole_and_names_what_is_not()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        var whole = (await PortalProcess.RunAsync(portal.Folder, "verify")).Succeeded().Out;
        Assert.Contains("Database: ok", whole, StringComparison.Ordinal);
        Assert.Contains("Recordings: 3 files", whole, StringComparison.Ordinal);
        Assert.Contains("Documents: 4", whole, StringComparison.Ordinal);

        var recording = Directory.GetDirectories(portal.VaultFolder).Order(StringComparer.Ordinal).First(folder => Path.GetFileName(folder) is not "incoming");
        await File.AppendAllTextAsync(Path.Combine(recording, "original.sealed"), "x", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(portal.VaultFolder, Guid.NewGuid().ToString()));
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE AuditRows SET Action = 'case.Nothing' WHERE Seq = 2; UPDATE Files SET Content = x'00' WHERE rowid = 1");

        var broken = await PortalProcess.RunAsync(portal.Folder, "verify");
        Assert.Equal(1, broken.ExitCode);
        Assert.All(
            [$"Recording {Path.GetFileName(recording)}", "its hash is wrong", "belongs to no sitting", "the chain breaks at row 2", "has changed"],
            part => Assert.Contains(part, broken.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_keys_of_recordings_are_wrapped_anew_and_the_audit_log_says_so()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Imported);
        await using var closing = portal;
        Assert.Contains("The keys of 3 recordings are wrapped with master key 2", (await PortalProcess.RunAsync(portal.Folder, "rotate-keys")).Succeeded().Out, StringComparison.Ordinal);
        Assert.Equal("vault.rotate-keys", await Sql.AskAsync(portal.DatabaseFile, "SELECT Action FROM AuditRows ORDER BY Seq DESC LIMIT 1"));
        (await PortalProcess.RunAsync(portal.Folder, "verify")).Succeeded();

        using (await portal.Get<RecordingVault>().ReceivingAsync(TestContext.Current.CancellationToken))
        {
            var busy = await PortalProcess.RunAsync(portal.Folder, "rotate-keys");
            Assert.Equal(1, busy.ExitCode);
            Assert.Contains("nothing has changed", busy.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_first_administrator_is_made_by_a_command_and_only_once()
    {
        await using var portal = APortal.InAnEmptyFolder();
        var made = (await PortalProcess.RunAsync(portal.Folder, "administrator", "els@uni.example", "--name", "Els Brouwer")).Succeeded();
        Assert.Matches("First password: [A-Za-z0-9]{16}", made.Out);
        Assert.Contains(Role.Administrator, (await portal.FindAsync("els@uni.example")).Roles);
        Assert.Equal(1, (await PortalProcess.RunAsync(portal.Folder, "administrator", "els@uni.example", "--name", "Els Brouwer")).ExitCode);
    }

    private static string? Text(JsonNode? line, string field) => line![field]?.GetValue<string>();
}
