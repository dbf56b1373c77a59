namespace ReviewPortal.Web.Tests.Features;

public sealed class StagesTests
{
    public static TheoryData<Stage> EveryStage => [.. Enum.GetValues<Stage>()];

    [Theory]
    [MemberData(nameof(EveryStage))]
    public async Task Every_stage_is_reached_by_the_real_actions(Stage stage)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using (portal)
        {
            var state = (await @case.NowAsync()).State;
            Assert.True(stage <= Stages.ReadyIn(state) || stage is Stage.FraudDrafted or Stage.InformationAsked or Stage.Heard || state.ToString() == stage.ToString(), $"{stage} is {state}");
        }
    }
}
