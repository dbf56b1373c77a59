using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.Tests.Review;

public sealed class GroundCatalogueTests
{
    [Fact]
    public void The_list_of_the_protocol_runs_from_a_to_k() =>
        Assert.Equal("abcdefghijk", string.Concat(GroundCatalogue.All.Where(ground => ground.Kind is GroundKind.Irregularity).Select(ground => ground.Letter)));

    /// <summary>UU-FR-4a to 4i, and the open end of the list (UU-FR-5).</summary>
    [Fact]
    public void Every_form_of_fraud_of_the_regulations_has_a_code() => Assert.Equal(
        ["CHEATING", "ACCESSORY_CHEATING", "UNAUTHORISED_AID", "CONTRACT_WORK", "PRIOR_ACCESS", "FABRICATION", "ATTENDANCE_FRAUD", "TAMPERING", "ANSWER_SHARING", "THIRD_PARTY_HELP", "OTHER_FRAUD"],
        GroundCatalogue.FraudCodes.Select(ground => ground.Code));

    [Fact]
    public void Codes_are_unique_and_everything_is_said_in_two_languages_with_a_source()
    {
        Assert.Equal(GroundCatalogue.All.Length, GroundCatalogue.All.Select(ground => ground.Code).Distinct().Count());
        Assert.All(GroundCatalogue.All, ground =>
        {
            Assert.NotEmpty(ground.Source);
            Assert.NotEmpty(ground.Dutch);
            Assert.NotEmpty(ground.English);
            Assert.Equal(ground.DutchException is null, ground.EnglishException is null);
        });
    }

    [Fact]
    public void A_code_is_found_as_it_is_written_and_not_otherwise()
    {
        Assert.Equal('a', GroundCatalogue.Find("POOR_LIGHTING")?.Letter);
        Assert.Null(GroundCatalogue.Find("poor_lighting"));
        Assert.Null(GroundCatalogue.Find(null));
    }
}
