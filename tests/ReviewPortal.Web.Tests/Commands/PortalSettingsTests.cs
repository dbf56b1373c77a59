namespace ReviewPortal.Web.Tests.Commands;

/// <summary>A setting that cannot be meant is not silently the standard one.</summary>
public sealed class PortalSettingsTests
{
    [Theory]
    [InlineData("Deliveries__QuietSeconds", "dertig", "Deliveries:QuietSeconds in the settings: “dertig”")]
    [InlineData("Deliveries__QuarantineDays", "0", "Deliveries:QuarantineDays in the settings: “0”")]
    [InlineData("Deliveries__KeptDays", "-1", "Deliveries:KeptDays in the settings: “-1”")]
    [InlineData("Api__RequestsPerMinute", "1,200", "Api:RequestsPerMinute in the settings: “1,200”")]
    [InlineData("Review__MinimumWatchedPercent", "101", "Review:MinimumWatchedPercent is a percentage from 0 to 100; “101” is not")]
    [InlineData("Board__CautionBeforeHearing", "ja", "Board:CautionBeforeHearing in the settings: “ja”")]
    [InlineData("Uploads__Bytes", "veel", "Uploads in the settings cannot be read")]
    public async Task It_stops_the_portal_with_a_sentence(string name, string value, string says)
    {
        await using var portal = APortal.InAnEmptyFolder();
        var stopped = await PortalProcess.RunAsync(portal.Folder, (name, value), "administrator", "els@uni.example", "--name", "Els");
        Assert.Equal((1, ""), (stopped.ExitCode, stopped.Out));
        Assert.Contains(says, Assert.Single(stopped.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }
}
