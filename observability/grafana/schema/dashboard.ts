// What a dashboard of ours may be: Grafana's own types (@grafana/schema), with what they leave open closed. A panel has the
// options of its type, a target is a query of the Prometheus data source, and an annotation has that source's settings.
import type { AnnotationQuery, Dashboard, FieldConfig, Panel, RowPanel, VariableModel } from '@grafana/schema';
import type { Options as BarGauge } from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type { Options as Stat } from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type {
  FieldConfig as TimeSeriesField,
  Options as TimeSeries,
} from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';

interface PrometheusQuery {
  refId: string;
  expr: string;
  legendFormat?: string;
  interval?: string;
  instant?: boolean;
  range?: boolean;
}

type Overrides = NonNullable<Panel['fieldConfig']>['overrides'];

type PanelOf<Type extends string, Options, Field> = Omit<Panel, 'type' | 'options' | 'targets' | 'fieldConfig'> & {
  type: Type;
  options: Options;
  targets: PrometheusQuery[];
  fieldConfig: { defaults: Omit<FieldConfig, 'custom'> & { custom?: Field }; overrides: Overrides };
};

type Annotation = Omit<AnnotationQuery, 'target'> & {
  target: PrometheusQuery;
  titleFormat?: string;
  textFormat?: string;
  tagKeys?: string;
  useValueForTime?: boolean;
};

type Variable = Omit<VariableModel, 'query'> & { query: { refId: string; query: string }; definition: string };

export type OurDashboard = Omit<Dashboard, 'panels' | 'annotations' | 'templating'> & {
  panels: Array<
    | (Omit<RowPanel, 'panels'> & { panels: never[] })
    | PanelOf<'timeseries', TimeSeries, TimeSeriesField>
    | PanelOf<'stat', Stat, never>
    | PanelOf<'bargauge', BarGauge, never>
  >;
  annotations: { list: Annotation[] };
  templating: { list: Variable[] };
};
