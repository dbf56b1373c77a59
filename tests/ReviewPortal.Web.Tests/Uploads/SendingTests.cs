using System.Text.Json;
using ReviewPortal.Web.Tests.Ui;

namespace ReviewPortal.Web.Tests.Uploads;

/// <summary>The browser's module after its last byte: it asks what became of the file, says it, and asks no more.</summary>
public sealed class SendingTests
{
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

    private static Task<JsonDocument> FollowedAsync(string answers) => BrowserModules.ToldAsync(
        ["src/ReviewPortal.Web/Features/Recordings/Uploads/sending.js", "src/ReviewPortal.Web/Features/Recordings/Uploads/words.js", "tests/sending/follow.mjs"], answers);
}
