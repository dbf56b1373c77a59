using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FacilityRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Sendings",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Notifications",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Letters",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "Request",
                table: "Letters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Bounces",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.CreateTable(
                name: "FacilityRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    StudentNumber = table.Column<string>(type: "TEXT", nullable: false),
                    StudentName = table.Column<string>(type: "TEXT", nullable: false),
                    Test = table.Column<string>(type: "TEXT", nullable: false),
                    Course = table.Column<string>(type: "TEXT", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", nullable: false),
                    TestOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Explanation = table.Column<string>(type: "TEXT", nullable: false),
                    HealthDetail = table.Column<string>(type: "TEXT", nullable: false),
                    WhyLate = table.Column<string>(type: "TEXT", nullable: false),
                    FiledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Adviser = table.Column<string>(type: "TEXT", nullable: true),
                    Examiner = table.Column<string>(type: "TEXT", nullable: true),
                    Director = table.Column<string>(type: "TEXT", nullable: true),
                    Assessment = table.Column<string>(type: "TEXT", nullable: true),
                    View = table.Column<string>(type: "TEXT", nullable: true),
                    Decision = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FacilityRequests", x => x.Id);
                    table.CheckConstraint("CK_DecidedWithReasons", "\"State\" NOT IN ('Granted', 'Refused') OR (\"Decision\" IS NOT NULL AND \"Assessment\" IS NOT NULL)");
                    table.CheckConstraint("CK_PublishedWhatWasDecided", "\"PublishedAt\" IS NULL OR (\"Decision\" IS NOT NULL AND \"State\" IN ('Granted', 'Refused'))");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Request",
                table: "Letters",
                column: "Request");

            migrationBuilder.AddCheckConstraint(
                name: "CK_LetterOfOne",
                table: "Letters",
                sql: "(\"Case\" IS NULL) <> (\"Request\" IS NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityRequests_Number",
                table: "FacilityRequests",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FacilityRequests_StudentNumber",
                table: "FacilityRequests",
                column: "StudentNumber");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityRequests_TestOn",
                table: "FacilityRequests",
                column: "TestOn");

            migrationBuilder.AddForeignKey(
                name: "FK_Letters_FacilityRequests_Request",
                table: "Letters",
                column: "Request",
                principalTable: "FacilityRequests",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Letters_FacilityRequests_Request",
                table: "Letters");

            migrationBuilder.DropTable(
                name: "FacilityRequests");

            migrationBuilder.DropIndex(
                name: "IX_Letters_Request",
                table: "Letters");

            migrationBuilder.DropCheckConstraint(
                name: "CK_LetterOfOne",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Request",
                table: "Letters");

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Sendings",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Notifications",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Letters",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Bounces",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
