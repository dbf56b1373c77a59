using System.Diagnostics;
using System.Text.Json;
using ReviewPortal.Core.Tests;

namespace ReviewPortal.Web.Tests.Uploads;

/// <summary>The browser's module after its last byte: it asks what became of the file, says it, and asks no more.</summary>
public sealed class SendingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""[[200, "{\"state\":\"takenIn\",\"report\":[]}"]]""", "arrived", "TakenIn", 1)]
    [InlineData("""[[200, "{\"state\":\"waiting\",\"report\":[]}"]]""", "arrived", "Waits", 1)]
    [InlineData("""[[200, "{\"state\":\"held\",\"report\":[]}"]]""", "arrived", "Held", 1)]
    [InlineData("""[[200, "{\"state\":\"refused\",\"report\":[]}"]]""", "arrived", "Refused", 1)]
    [InlineData("""[[401, ""]]""", "arrived", "SignedOutSince", 1)]
    [InlineData("""[[404, "{\"detail\":\"Niet bekend.\"}"]]""", "failed", "Failed: Niet bekend.", 1)]
    [InlineData("""[[403, ""]]""", "failed", "Failed: 403", 1)]
    [InlineData("""[[200, "{\"state\":\"cancelled\",\"report\":[]}"]]""", "cancelled", "Cancelled", 1)]
    [InlineData("""[[200, "{\"state\":\"expired\",\"report\":[]}"]]""", "failed", "Expired", 1)]
    [InlineData("""[[500, "oops"], [429, ""], [200, "{\"state\":\"checking\",\"report\":[]}"], [200, "{\"state\":\"takenIn\",\"report\":[]}"]]""", "arrived", "TakenIn", 4)]
    public async Task It_follows_a_file_until_something_became_of_it(string answers, string state, string sentence, int asked)
    {
        using var told = await FollowedAsync(answers);
        Assert.Equal((state, sentence, asked), (told.RootElement.GetProperty("state").GetString(), told.RootElement.GetProperty("sentence").GetString(), told.RootElement.GetProperty("asked").GetInt32()));
    }

    [Fact]
    public async Task While_the_portal_has_no_room_it_says_what_the_portal_says()
    {
        using var told = await FollowedAsync("""[[200, "{\"state\":\"checking\",\"report\":[{\"sentence\":\"Vol.\"}]}"], [200, "{\"state\":\"takenIn\",\"report\":[]}"]]""");
        Assert.Equal(["Arrived", "Vol.", "TakenIn"], told.RootElement.GetProperty("said").EnumerateArray().Select(said => said.GetString()).SkipWhile(said => said is not "Arrived"));
    }

    private static async Task<JsonDocument> FollowedAsync(string answers)
    {
        var folder = Directory.CreateTempSubdirectory("sending");
        try
        {
            // Beside each other and called modules, as the browser has them.
            foreach (var file in new[] { "src/ReviewPortal.Web/Features/Recordings/Uploads/sending.js", "src/ReviewPortal.Web/Features/Recordings/Uploads/words.js", "tests/sending/follow.mjs" })
                File.Copy(Path.Combine(Repository.Root, file), Path.Combine(folder.FullName, Path.GetFileName(file)));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "package.json"), """{ "type": "module" }""", Ct);
            using var node = Start(Path.Combine(folder.FullName, "follow.mjs"), answers);
            var (output, errors) = (node.StandardOutput.ReadToEndAsync(Ct), node.StandardError.ReadToEndAsync(Ct));
            await node.WaitForExitAsync(Ct);
            Assert.True(node.ExitCode is 0, await errors);
            return JsonDocument.Parse(await output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            const string reason = "node is not installed (Debian: nodejs)";
            if (Environment.GetEnvironmentVariable("REQUIRE_TOOLS") is "1") Assert.Fail(reason);
            Assert.Skip(reason);
            throw;
        }
    }
}
