namespace ReviewPortal.Web.Tests.Features;

public sealed class StagesTests
{
    public static TheoryData<string> EveryStage => [.. Enum.GetNames<Stage>()];

    [Theory]
    [MemberData(nameof(EveryStage))]
    public async Task Every_stage_is_reached_by_the_real_actions(string name)
    {
        var stage = Enum.Parse<Stage>(name);
        var (portal, @case) = await Stages.AtAsync(stage);
        await using (portal)
        {
            var state = (await @case.NowAsync()).State;
            Assert.True(stage <= Stages.ReadyIn(state) || stage is Stage.FraudDrafted || state.ToString() == name, $"{stage} is {state}");
        }
    }
}
